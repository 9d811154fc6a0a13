namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// What of a claim is not pursued for now (Niederschlagung), by two people. The office is not told, and owes it all the same.
/// </summary>
sealed record WriteOff : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme of the claim.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The award that the claim is on.</summary>
    public required Guid AwardId { get; init; }

    /// <summary>The claim.</summary>
    public required Guid RepaymentClaimId { get; init; }

    /// <summary>The AGS of the Jugendamt that owes it.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(ReliefStatus))]
    public required string Status { get; init; }

    /// <summary>What of the claim is not pursued.</summary>
    public required Money Amount { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>The day on which it was confirmed or refused; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    internal string? ProposedBy { get; init; }

    /// <summary>The write-off, or null when there is none with this id.</summary>
    public static Task<WriteOff?> Find(Session session, Guid id) =>
        session.OneOrNull<WriteOff>(Select + " and Id = @Id", new { Id = id });

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, RepaymentClaimId, OfficeAgs, Status, AmountCents, Reason, RefusalReason, DecidedOn,
            ProposedBy, CreatedAt, UpdatedAt
        from ClaimRelief
        where Kind = 'write-off'
        """;
}
