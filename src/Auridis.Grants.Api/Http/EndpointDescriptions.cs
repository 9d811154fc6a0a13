namespace Auridis.Grants.Api.Http;

/// <summary>What a route says of itself, read by the pipeline and by the OpenAPI document.</summary>
static class EndpointDescriptions
{
    /// <summary>Gives the operation its name, its one-line summary, and what a caller needs to know beyond it.</summary>
    public static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string name, string summary, string description) =>
        route.WithName(name).WithSummary(summary).WithDescription(description);

    /// <summary>Names the problems that this route answers on its own account, in the order in which they are checked.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, params ProblemType[] problems) => route.WithMetadata(new RefusesMetadata(problems));

    /// <summary>The caller says in <c>If-Match</c> which version it saw.</summary>
    public static RouteHandlerBuilder NeedsIfMatch(this RouteHandlerBuilder route) => route.WithMetadata(NeedsIfMatchMetadata.Instance);

    /// <summary>The caller sends an <c>Idempotency-Key</c>: a retry that pays twice must be impossible.</summary>
    public static RouteHandlerBuilder MovesMoney(this RouteHandlerBuilder route) => route.WithMetadata(MovesMoneyMetadata.Instance);
}

sealed record RefusesMetadata(IReadOnlyList<ProblemType> Problems);

sealed class NeedsIfMatchMetadata
{
    public static readonly NeedsIfMatchMetadata Instance = new();
}

sealed class MovesMoneyMetadata
{
    public static readonly MovesMoneyMetadata Instance = new();
}
