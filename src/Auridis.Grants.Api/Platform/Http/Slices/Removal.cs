using FastEndpoints;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Removes what the caller has seen. <see cref="Handle"/> is the transaction.</summary>
abstract class Removal : Slice<EmptyRequest, Deleted>, ISeesVersion
{
    /// <summary>The version that the caller saw (If-Match).</summary>
    protected int SeenVersion => HttpContext.SeenVersion();

    protected sealed override async Task<Deleted> Answer(EmptyRequest request, CancellationToken cancel) =>
        await Effect.Of(HttpContext, Handle);

    protected abstract Task<Outcome<Done>> Handle(Tx tx);
}
