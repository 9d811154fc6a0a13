using FastEndpoints;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Changes a resource that the caller has seen: a transition of its state, or an edit. <see cref="Handle"/> is the transaction.
/// </summary>
abstract class Change<TRequest, T> : Slice<TRequest, Changed<T>>, ISeesVersion
    where TRequest : notnull
{
    /// <summary>The version that the caller saw (If-Match).</summary>
    protected int SeenVersion => HttpContext.SeenVersion();

    protected sealed override async Task<Changed<T>> Answer(TRequest request, CancellationToken cancel) =>
        new(await Effect.Of(HttpContext, StatusCodes.Status200OK, tx => Handle(tx, request)));

    protected abstract Task<Outcome<T>> Handle(Tx tx, TRequest request);
}

/// <summary>A change whose name and path say all.</summary>
abstract class Change<T> : Change<EmptyRequest, T>
{
    protected sealed override Task<Outcome<T>> Handle(Tx tx, EmptyRequest request) => Handle(tx);

    protected abstract Task<Outcome<T>> Handle(Tx tx);
}
