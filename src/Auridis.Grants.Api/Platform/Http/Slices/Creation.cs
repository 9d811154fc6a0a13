namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Creates a resource, or adds to one. <see cref="Handle"/> is the transaction.</summary>
abstract class Creation<TRequest, T> : Slice<TRequest, Created<T>>
    where TRequest : notnull
{
    protected sealed override async Task<Created<T>> Answer(TRequest request, CancellationToken cancel) =>
        new(await Effect.Of(HttpContext, StatusCodes.Status201Created, tx => Handle(tx, request), LocationOf));

    /// <summary>The path at which the new resource stands.</summary>
    protected abstract string LocationOf(T created);

    protected abstract Task<Outcome<T>> Handle(Tx tx, TRequest request);
}
