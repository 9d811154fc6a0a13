using FastEndpoints;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// A slice: an endpoint of FastEndpoints with what this product asks of every one. A request that its validator refuses is answered here.
/// The classes derived from it open the transaction, so that the <c>Handle</c> of a slice is the transaction.
/// </summary>
abstract class Slice<TRequest, TAnswer> : Endpoint<TRequest, TAnswer>
    where TRequest : notnull
    where TAnswer : IAnswer<TAnswer>
{
    /// <summary>The id in the path.</summary>
    protected Guid Id => Path<Guid>("id");

    protected Db Db => HttpContext.RequestServices.GetRequiredService<Db>();

    /// <summary>A value in the path, whose form the route has checked.</summary>
    protected T Path<T>(string name)
        where T : IParsable<T> =>
        T.Parse(HttpContext.PathValue(name), null);

    /// <summary>Names the problems that this route answers on its own account, in the order in which they are checked.</summary>
    protected void Refuses(params Problem[] problems) => Description(route => route.WithMetadata(new Refusals(problems)));

    /// <summary>The caller sends an <c>Idempotency-Key</c>: a retry that pays twice must be impossible.</summary>
    protected void MovesMoney() => Description(route => route.WithMetadata(RequiredKey.Instance));

    /// <summary>
    /// The operation will be removed: <see cref="Deprecation"/>. It stands in CHANGELOG.md, too, with the day from which it can go.
    /// </summary>
    protected void Deprecated(DateOnly since, DateOnly until, Type instead) =>
        Description(route => route.WithMetadata(new Deprecation(since, until, instead)));

    public sealed override Task<TAnswer> ExecuteAsync(TRequest req, CancellationToken ct) =>
        ValidationFailed ? Task.FromResult(TAnswer.Refuse(Problems.Invalid(ValidationFailures))) : Answer(req, ct);

    protected abstract Task<TAnswer> Answer(TRequest request, CancellationToken cancel);
}
