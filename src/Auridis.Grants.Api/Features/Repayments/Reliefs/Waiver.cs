namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What is given up of a claim for good (Erlass), by two people.</summary>
sealed record Waiver : IResource, IPaged
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

    /// <summary>What of the claim is given up.</summary>
    public required Money Amount { get; init; }

    /// <summary>The provision that it rests on; null where none was named.</summary>
    public string? LegalBasis { get; init; }

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

    /// <summary>The waiver, or null when there is none with this id.</summary>
    public static Task<Waiver?> Find(Session session, Guid id) =>
        session.OneOrNull<Waiver>(Select + " and Id = @Id", new { Id = id });

    /// <summary>
    /// The waiver, or null when there is none that this caller may see: an office sees what was granted.
    /// </summary>
    public static async Task<Waiver?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } waiver && user.Sees(waiver.OfficeAgs) && (user.SeesAllOffices || waiver.Granted)
            ? waiver
            : null;

    bool Granted => Status is ReliefStatus.Confirmed;

    /// <summary>In SQL, of the rows that an office sees.</summary>
    public const string SeenByOffice = "Status = 'confirmed'";

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, RepaymentClaimId, OfficeAgs, Status, AmountCents, LegalBasis, Reason,
            RefusalReason, DecidedOn, ProposedBy, CreatedAt, UpdatedAt
        from ClaimRelief
        where Kind = 'waiver'
        """;
}
