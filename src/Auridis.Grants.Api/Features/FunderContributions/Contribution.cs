namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>Money that the funder has paid for a programme, or that went back to the funder (Mittelzufluss, Mittelrückfluss).</summary>
sealed record Contribution : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that it is for.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The programme's code and its number there, such as <c>2018-A-F01</c>.</summary>
    public required string Reference { get; init; }

    [OneOf(typeof(ContributionStatus))]
    public required string Status { get; init; }

    /// <summary>Which way the money went.</summary>
    [OneOf(typeof(ContributionKind))]
    public required string Kind { get; init; }

    /// <summary>The sum that the bank booked, whichever way it went.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day on which the bank booked it.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>The bank's reference.</summary>
    public required string BankReference { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
    internal string? ProposedBy { get; init; }

    /// <summary>The contribution, or null when there is none with this id.</summary>
    public static Task<Contribution?> Find(Session session, Guid id) =>
        session.OneOrNull<Contribution>(Select + " where Id = @Id", new { Id = id });

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, Reference, Status, Kind, AmountCents, BookedOn, BankReference, RefusalReason, ProposedBy,
            CreatedAt, UpdatedAt
        from Contribution
        """;
}
