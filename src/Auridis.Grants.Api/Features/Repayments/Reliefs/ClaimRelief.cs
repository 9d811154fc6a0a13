namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// What eases a claim: a deferral (Stundung), a waiver (Erlass) or a write-off (Niederschlagung). Each is proposed by one person of finance
/// and confirmed or refused by another. They stand in one table: a claim has one proposal at a time, of whatever kind.
/// </summary>
static class ClaimRelief
{
    /// <summary>Why nothing is proposed on this claim; null when something can be. The caller holds its programme.</summary>
    public static async Task<Problem?> WhyNotProposed(Tx tx, RepaymentClaim claim) =>
        RelievableClaim.WhyRefused(claim)
            ?? (await tx.OneOrNull<string>(SelectPending, new { claim.Id }) is { } pending
                ? ReliefProblems.ReliefPending.With(("kind", pending))
                : null);

    /// <summary>Proposes a relief: its id.</summary>
    /// <param name="kind">A <see cref="ReliefKind"/>.</param>
    public static async Task<Guid> Propose(Tx tx, RepaymentClaim claim, string kind, Proposal proposal, string actor)
    {
        var id = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = id,
            Kind = kind,
            ClaimId = claim.Id,
            proposal.Until,
            proposal.Amount,
            proposal.LegalBasis,
            proposal.Reason,
            Actor = actor,
            tx.Author.At,
        });
        return id;
    }

    /// <summary>Confirms a proposal of another person; false when it was decided, or is another version.</summary>
    public static async Task<bool> Confirm(Tx tx, Guid id, int seenVersion, string actor, DateOnly today) => await tx.Execute(
        ConfirmRow, new { Id = id, SeenVersion = seenVersion, Actor = actor, Today = today, tx.Author.At }) == 1;

    /// <summary>Refuses a proposal; false when it was decided, or is another version.</summary>
    public static async Task<bool> Refuse(Tx tx, Guid id, int seenVersion, string reason, string actor, DateOnly today) => await tx.Execute(
        RefuseRow, new { Id = id, SeenVersion = seenVersion, Reason = reason, Actor = actor, Today = today, tx.Author.At }) == 1;

    const string SelectPending = "select Kind from ClaimRelief where RepaymentClaimId = @Id and Status = 'proposed'";

    const string Insert = """
        insert into ClaimRelief (Id, Version, Kind, ProgrammeId, AwardId, RepaymentClaimId, OfficeAgs, Status, Until, AmountCents,
            LegalBasis, Reason, ProposedBy, CreatedAt, UpdatedAt)
        select @Id, 1, @Kind, ProgrammeId, AwardId, Id, OfficeAgs, 'proposed', @Until, @Amount, @LegalBasis, @Reason, @Actor, @At, @At
        from RepaymentClaim
        where Id = @ClaimId
        """;

    const string ConfirmRow = """
        update ClaimRelief
        set Status = 'confirmed', DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;

    const string RefuseRow = """
        update ClaimRelief
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;

    /// <summary>What is proposed.</summary>
    /// <param name="Until">The last day of a deferral.</param>
    /// <param name="Amount">The sum of a waiver or a write-off.</param>
    public sealed record Proposal(string Reason, DateOnly? Until = null, Money? Amount = null, string? LegalBasis = null);
}
