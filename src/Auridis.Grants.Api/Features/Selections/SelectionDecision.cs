namespace Auridis.Grants.Api.Features.Selections;

/// <summary>What a selection decides on an application.</summary>
sealed record SelectionDecision
{
    /// <summary>The application.</summary>
    public required Guid ApplicationId { get; init; }

    /// <summary>The application's reference.</summary>
    public required string ApplicationReference { get; init; }

    /// <summary>The office that applies.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>What is decided.</summary>
    [OneOf(typeof(DecisionKind))]
    public required string Decision { get; init; }

    /// <summary>What is awarded; only with <c>select</c>.</summary>
    public required Money? Amount { get; init; }

    /// <summary>
    /// Its place, from 1, among those that the selection puts on the waiting list or leaves there; only with <c>waitlist</c>.
    /// </summary>
    public required int? WaitlistRank { get; init; }

    /// <summary>Why, where a reason is needed or given; null otherwise.</summary>
    public required string? Reason { get; init; }
}
