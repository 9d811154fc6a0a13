namespace Auridis.Grants.Api.Features.Selections;

/// <summary>A selection in a list: its figures, without its decisions.</summary>
sealed record SelectionSummary : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that it decides on.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The reference, such as <c>GA-2018-A-S-01</c>: the programme's code, and a number without gaps in the programme.</summary>
    public required string Reference { get; init; }

    [OneOf(typeof(SelectionStatus))]
    public required string Status { get; init; }

    /// <summary>How many applications it selects.</summary>
    public required int Selected { get; init; }

    /// <summary>How many it puts on the waiting list.</summary>
    public required int Waitlisted { get; init; }

    /// <summary>How many it rejects.</summary>
    public required int Rejected { get; init; }

    /// <summary>What it awards in all.</summary>
    public required Money Amount { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
}
