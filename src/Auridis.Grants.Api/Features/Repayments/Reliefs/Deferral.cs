namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>A day until which a site need not pay what is open of a claim (Stundung), by two people.</summary>
sealed record Deferral : IResource, IPaged
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

    [OneOf(typeof(DeferralStatus))]
    public required string Status { get; init; }

    /// <summary>The last day on which the site need not have paid, a working day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>The day on which it was confirmed or refused; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The first day on which it did not hold any more; null while it runs.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Why a person has ended it; null when nobody has.</summary>
    public string? EndReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    internal string? ProposedBy { get; init; }

    /// <summary>The deferral, or null when there is none with this id.</summary>
    public static Task<Deferral?> Find(Session session, Guid id) =>
        session.OneOrNull<Deferral>(Select + " and Id = @Id", new { Id = id });

    /// <summary>
    /// The deferral, or null when there is none that this caller may see: an office sees what was granted.
    /// </summary>
    public static async Task<Deferral?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } deferral && user.Sees(deferral.OfficeAgs) && (user.SeesAllOffices || deferral.Granted)
            ? deferral
            : null;

    bool Granted => Status is DeferralStatus.Confirmed or DeferralStatus.Ended;

    /// <summary>In SQL, of the rows that an office sees.</summary>
    public const string SeenByOffice = "Status in ('confirmed', 'ended')";

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, RepaymentClaimId, OfficeAgs, Status, Until, Reason, RefusalReason, DecidedOn,
            EndedOn, EndReason, ProposedBy, CreatedAt, UpdatedAt
        from ClaimRelief
        where Kind = 'deferral'
        """;
}
