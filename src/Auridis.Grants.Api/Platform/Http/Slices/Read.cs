using FastEndpoints;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Reads a resource or a figure. All that <see cref="Handle"/> asks is of one moment.</summary>
abstract class Read<TRequest, T> : Slice<TRequest, Found<T>>
    where TRequest : notnull
{
    protected sealed override async Task<Found<T>> Answer(TRequest request, CancellationToken cancel) =>
        await Db.Read(session => Handle(session, request), cancel);

    protected abstract Task<Outcome<T>> Handle(Session session, TRequest request);
}

/// <summary>A read that takes nothing from the query.</summary>
abstract class Read<T> : Read<EmptyRequest, T>
{
    protected sealed override Task<Outcome<T>> Handle(Session session, EmptyRequest request) => Handle(session);

    protected abstract Task<Outcome<T>> Handle(Session session);
}
