using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Interest (Zinsen) on money that was used late or paid back late, by two people.</summary>
sealed record InterestCalculation : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme of the award.</summary>
    public required Guid ProgrammeId { get; init; }

    public required Guid AwardId { get; init; }

    /// <summary>The AGS of the Jugendamt that owes it.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(InterestStatus))]
    public required string Status { get; init; }

    /// <summary>Why interest is asked.</summary>
    [OneOf(typeof(InterestKind))]
    public required string Kind { get; init; }

    /// <summary>The claim that bears the interest; null with late use.</summary>
    public Guid? RepaymentClaimId { get; init; }

    /// <summary>The payment whose money was used late; null with late repayment.</summary>
    public Guid? DisbursementId { get; init; }

    /// <summary>What of it was used late; null with late repayment.</summary>
    public Money? Amount { get; init; }

    /// <summary>The last day that bears interest: with late use the day of the use.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Whether the site is not to blame for what led to the claim: paid in time, it bears no interest.</summary>
    public required bool NotToBlame { get; init; }

    /// <summary>Why it is not to blame; null where that is not said.</summary>
    public string? Reason { get; init; }

    /// <summary>The calculation that this one goes on from; null for the first one on a claim.</summary>
    public Guid? Follows { get; init; }

    /// <summary>The days, each with its rate and its sum, from the first one on.</summary>
    [StoredAsJson]
    public required IReadOnlyList<InterestSegment> Segments { get; init; }

    /// <summary>What the segments come to, rounded once.</summary>
    public required Money Reckoned { get; init; }

    /// <summary>Why nothing of that is asked; null when it is.</summary>
    [OneOf(typeof(NothingBecause))]
    public string? NothingBecause { get; init; }

    /// <summary>What is asked, with what was asked before.</summary>
    public required Money Interest { get; init; }

    /// <summary>What the calculation asked that this one goes on from.</summary>
    public required Money AskedBefore { get; init; }

    /// <summary>What is asked on top of that; below zero where that much is asked no more.</summary>
    public Money Difference => new(Interest.Cents - AskedBefore.Cents);

    /// <summary>The claim for the difference; null before it is confirmed, and where nothing more is asked.</summary>
    public Guid? InterestClaimId { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? RefusalReason { get; init; }

    /// <summary>The day on which it was confirmed or refused; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }
    internal string? ProposedBy { get; init; }

    /// <summary>The calculation, or null when there is none with this id.</summary>
    public static Task<InterestCalculation?> Find(Session session, Guid id) =>
        session.OneOrNull<InterestCalculation>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The calculation, or null when there is none that this caller may see: an office sees what is asked.</summary>
    public static async Task<InterestCalculation?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } calculation
        && (user.SeesAllOffices || (user.ActsFor(calculation.OfficeAgs) && calculation.Status == InterestStatus.Confirmed))
            ? calculation
            : null;

    /// <summary>The calculation on a claim that was confirmed last, or null when there is none.</summary>
    public static async Task<InterestCalculation?> LastOf(Session session, Guid claimId) =>
        (await session.Top<InterestCalculation>(SelectConfirmed, new { ClaimId = claimId, Take = 1 })).SingleOrDefault();

    /// <summary>Puts a proposal on record. The caller holds the award.</summary>
    /// <param name="proposed">What it is about; the figures are put in.</param>
    public static async Task<InterestCalculation> Propose(
        Tx tx, Award award, InterestFigures figures, Subject proposed, string actor)
    {
        var id = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = id,
            award.ProgrammeId,
            AwardId = award.Id,
            award.OfficeAgs,
            proposed.Kind,
            proposed.RepaymentClaimId,
            proposed.DisbursementId,
            proposed.Amount,
            proposed.Until,
            NotToBlame = proposed.Reason is null ? 0 : 1,
            proposed.Reason,
            proposed.Follows,
            Segments = StoredJson.Of(figures.Segments),
            figures.Reckoned,
            figures.NothingBecause,
            figures.Interest,
            figures.AskedBefore,
            Actor = actor,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.InterestProposed, id, 1, new
        {
            AwardId = award.Id,
            proposed.RepaymentClaimId,
            proposed.DisbursementId,
            proposed.Amount,
            proposed.Until,
            Reason = proposed.Reason is null ? null : SaltedDigest.Of(proposed.Reason),
            figures.Reckoned,
            figures.Interest,
        });
        return (await Find(tx, id))!;
    }

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, OfficeAgs, Status, Kind, RepaymentClaimId, DisbursementId, AmountCents,
            UntilOn as Until, NotToBlame, Reason, FollowsId as Follows, Segments, ReckonedCents, NothingBecause, InterestCents,
            AskedBeforeCents, InterestClaimId, RefusalReason, ProposedBy, DecidedOn, CreatedAt, UpdatedAt
        from InterestCalculation
        """;

    const string SelectConfirmed = Select + " where RepaymentClaimId = @ClaimId and Status = 'confirmed' order by Seq desc";

    const string Insert = """
        insert into InterestCalculation (Id, Version, ProgrammeId, AwardId, OfficeAgs, Status, Kind, RepaymentClaimId, DisbursementId,
            AmountCents, UntilOn, NotToBlame, Reason, FollowsId, Segments, ReckonedCents, NothingBecause, InterestCents, AskedBeforeCents,
            ProposedBy, CreatedAt, UpdatedAt)
        values (@Id, 1, @ProgrammeId, @AwardId, @OfficeAgs, 'proposed', @Kind, @RepaymentClaimId, @DisbursementId, @Amount, @Until,
            @NotToBlame, @Reason, @Follows, @Segments, @Reckoned, @NothingBecause, @Interest, @AskedBefore, @Actor, @At, @At)
        """;

    /// <summary>What a calculation is about.</summary>
    /// <param name="Reason">Why the site is not to blame; null where that is not said.</param>
    public sealed record Subject(
        string Kind, Guid? RepaymentClaimId, Guid? DisbursementId, Money? Amount, DateOnly Until, string? Reason, Guid? Follows);
}
