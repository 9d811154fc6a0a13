using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What a site has to pay back (Rückforderung).</summary>
sealed record RepaymentClaim : IView, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that it belongs to.</summary>
    public required Guid ProgrammeId { get; init; }

    public required Guid AwardId { get; init; }

    /// <summary>What it is about.</summary>
    [OneOf(typeof(RepaymentClaimKind))]
    public required string Kind { get; init; }

    /// <summary>The report that it results from; null for a claim that results from none.</summary>
    public required Guid? SpendingReportId { get; init; }

    /// <summary>The AGS of the Jugendamt that owes it.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>The reference that the site writes on its transfer, such as <c>GA-2018-A-Z-03-R1</c>.</summary>
    public required string Reference { get; init; }

    [OneOf(typeof(RepaymentClaimStatus))]
    public required string Status { get; init; }

    /// <summary>What was claimed.</summary>
    public required Money Principal { get; init; }

    /// <summary>
    /// What of it is claimed no more: the bank returned the payment that it was about, or its report was examined anew.
    /// </summary>
    public required Money Reduced { get; init; }

    /// <summary>What of it is given up for good (Erlass).</summary>
    public required Money Waived { get; init; }

    /// <summary>What of it is not pursued for now (Niederschlagung); money that comes in all the same is taken.</summary>
    public required Money WrittenOff { get; init; }

    /// <summary>What has come in.</summary>
    public required Money Paid { get; init; }

    /// <summary>What of that was paid out again, because it was more than was claimed.</summary>
    public required Money Refunded { get; init; }

    /// <summary>What is still to come back.</summary>
    public Money Open => Standing.Open;

    /// <summary>What came in beyond what is claimed, and goes back to the site.</summary>
    public Money Credit => Standing.Credit;

    /// <summary>The day of the claim.</summary>
    public required DateOnly ClaimedOn { get; init; }

    /// <summary>The last day on which the site pays in time, a working day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day until which the site need not pay what is open (Stundung); null when it must.</summary>
    public required DateOnly? DeferredUntil { get; init; }

    /// <summary>Whether something is open after the day it was due.</summary>
    public bool Overdue { get; private init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    internal ClaimStanding Standing => new(Principal, Reduced, Waived, WrittenOff, Paid, Refunded, DeferredUntil);

    /// <summary>The claim, or null when there is none with this id.</summary>
    public static Task<RepaymentClaim?> Find(Session session, Guid id) =>
        session.OneOrNull<RepaymentClaim>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The claim, or null when there is none that this caller may see.</summary>
    public static async Task<RepaymentClaim?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } claim && user.Sees(claim.OfficeAgs) ? InternalWriteOff.SeenBy(claim, user) : null;

    /// <summary>The claim as it is seen on a day.</summary>
    public RepaymentClaim AsOf(DateOnly today) => this with { Overdue = ClaimDueDate.IsOverdue(Status, DueOn, DeferredUntil, today) };

    /// <summary>
    /// Holds the claim until the commit, as one more version of it. The caller holds the programme and the award. Null when there is none.
    /// </summary>
    public static async Task<RepaymentClaim?> Lock(Tx tx, Guid id) =>
        await tx.Execute(LockRow, new { Id = id, tx.Author.At }) == 1 ? await Find(tx, id) : null;

    /// <summary>Writes how the claim stands after a step, and answers it so. The caller holds it.</summary>
    public async Task<RepaymentClaim> Write(Tx tx, ClaimStanding after, ClaimStep step)
    {
        var status = after.StatusAfter(step, Status);
        await tx.Execute(WriteRow, new
        {
            Id,
            Status = status,
            after.Reduced,
            after.Waived,
            after.WrittenOff,
            after.Paid,
            after.Refunded,
            after.DeferredUntil,
        });
        return this with
        {
            Status = status,
            Reduced = after.Reduced,
            Waived = after.Waived,
            WrittenOff = after.WrittenOff,
            Paid = after.Paid,
            Refunded = after.Refunded,
            DeferredUntil = after.DeferredUntil,
        };
    }

    /// <summary>The claims on what was paid of an award, the latest first: all but interest.</summary>
    public static Task<List<RepaymentClaim>> OfAward(Session session, Guid awardId) =>
        session.All<RepaymentClaim>(
            Select + " where AwardId = @AwardId and Kind <> 'interest' order by Seq desc", new { AwardId = awardId });

    /// <summary>The claims that result from a report, the first one first.</summary>
    public static Task<List<RepaymentClaim>> OfReport(Session session, Guid reportId) =>
        session.All<RepaymentClaim>(Select + " where SpendingReportId = @ReportId order by Seq", new { ReportId = reportId });

    /// <summary>
    /// Claims money back and posts the claim, in the transaction that finds that too much was paid. The caller holds the award.
    /// </summary>
    /// <param name="kind">A <see cref="RepaymentClaimKind"/>.</param>
    /// <param name="spendingReportId">The report that it results from; null when there is none.</param>
    /// <param name="principal">Greater than zero.</param>
    /// <returns>The claim: the letter that tells the office of it names its day and its reference.</returns>
    public static async Task<RepaymentClaim> Claim(
        Tx tx, Guid id, string kind, Guid? spendingReportId, Award award, Money principal, DateOnly on)
    {
        var reference = ClaimReference.Of(award.Reference, await tx.One<int>(CountOfAward, new { AwardId = award.Id }) + 1);
        var dueOn = ClaimDueDate.Of(on, award.Terms);
        await tx.Execute(Insert, new
        {
            Id = id,
            Kind = kind,
            SpendingReportId = spendingReportId,
            AwardId = award.Id,
            Reference = reference,
            Principal = principal,
            On = on,
            DueOn = dueOn,
            tx.Author.At,
        });
        var document = new BusinessDocument(id, reference, award.ProgrammeId, award.Id, $"Repayment claim {reference}", on)
        {
            IsInterest = kind == RepaymentClaimKind.Interest,
        };
        Journal.Post(tx, PostingMatrix.RepaymentClaim, principal, document);
        Audit.Append(tx, AuditAction.RepaymentClaimClaimed, id, 1,
            new { AwardId = award.Id, Kind = kind, SpendingReportId = spendingReportId, Reference = reference, principal, DueOn = dueOn });
        return (await Find(tx, id))!;
    }

    /// <summary>
    /// Claims less, because a payment came back from the bank, and posts that: also less than the site has paid, which is a credit then.
    /// The caller holds the programme and the award.
    /// </summary>
    /// <param name="returned">The amount of the payment that came back.</param>
    /// <param name="bookedOn">The day of the bank's booking.</param>
    /// <returns>By how much the claim was reduced; zero when nothing was claimed any more.</returns>
    public static Task<Money> Reduce(Tx tx, RepaymentClaim claim, Money returned, DateOnly bookedOn) =>
        Lower(tx, claim, returned, PostingMatrix.RepaymentClaimReduction, claim.Document(
            $"Less claimed on {claim.Reference}: a payment came back", ClaimReduction.PostedOn(claim, bookedOn)));

    /// <summary>
    /// Claims less interest, because it was reckoned anew, and comes to less; as <see cref="Reduce"/>, also less than the site has paid.
    /// </summary>
    /// <param name="tooMuch">What was claimed too much.</param>
    /// <returns>By how much the claim was reduced; zero when nothing was claimed any more.</returns>
    public static Task<Money> AskLess(Tx tx, RepaymentClaim claim, Money tooMuch, DateOnly on) =>
        Lower(tx, claim, tooMuch, PostingMatrix.RepaymentClaimReduction, claim.Document(
            $"Less claimed on {claim.Reference}: the interest comes to less", on));

    /// <summary>
    /// Claims less, as if that had never been claimed, because the report that it results from is examined anew; as <see cref="Reduce"/>,
    /// also less than the site has paid.
    /// </summary>
    /// <param name="tooMuch">What was claimed too much.</param>
    /// <returns>By how much the claim was reduced; zero when nothing was claimed any more.</returns>
    public static Task<Money> Annul(Tx tx, RepaymentClaim claim, Money tooMuch, DateOnly on) =>
        Lower(tx, claim, tooMuch, PostingMatrix.RepaymentClaimAnnulment, claim.Document(
            $"Less claimed on {claim.Reference}: its report is examined anew", on));

    static async Task<Money> Lower(Tx tx, RepaymentClaim claim, Money by, PostingRule rule, BusinessDocument document)
    {
        if (claim.Standing.Reduce(by).Reduced == claim.Reduced)
            return new Money(0);
        var held = (await Lock(tx, claim.Id))!;
        var after = held.Standing.Reduce(by);
        var now = await held.Write(tx, after, ClaimStep.Reduction);
        ClaimReduction.Post(tx, rule, held.Standing, after, document);
        var reduction = new Money(after.Reduced.Cents - held.Reduced.Cents);
        Audit.Append(tx, AuditAction.RepaymentClaimReduced, claim.Id, now.Version,
            new { Amount = reduction, now.Status, now.Open, now.Credit });
        return reduction;
    }

    /// <summary>Counts a refund that was settled. The caller holds the award.</summary>
    public static async Task Refund(Tx tx, Guid id, Money amount)
    {
        var held = (await Lock(tx, id))!;
        var now = await held.Write(tx, held.Standing.Refund(amount), ClaimStep.Refund);
        await held.CountRepaid(tx, new Money(-amount.Cents));
        Audit.Append(tx, AuditAction.RepaymentClaimRefunded, id, now.Version, new { Amount = amount, now.Status, now.Credit });
    }

    /// <summary>Counts a refund no more that was settled and came back. The caller holds the award.</summary>
    /// <returns>What of it is a credit again; the rest pays what is open, or was written off, by now.</returns>
    public static async Task<Money> TakeBackRefund(Tx tx, Guid id, Money amount, DateOnly on)
    {
        var held = (await Lock(tx, id))!;
        var after = held.Standing.TakeBackRefund(amount);
        var now = await held.Write(tx, after, ClaimStep.Refund);
        WriteOffRecovery.Post(tx, held.Standing, after, held.Document($"Refund on {held.Reference} came back", on));
        await held.CountRepaid(tx, amount);
        Audit.Append(tx, AuditAction.RepaymentClaimRefundReturned, id, now.Version, new { Amount = amount, now.Status, now.Credit });
        return new Money(after.Credit.Cents - held.Credit.Cents);
    }

    /// <summary>Counts what has come back of what was paid of the award. Interest is not what was paid.</summary>
    public Task CountRepaid(Tx tx, Money amount) =>
        Kind == RepaymentClaimKind.Interest ? Task.CompletedTask : AwardFunds.Repay(tx, AwardId, amount);

    /// <summary>The claim as the document of a ledger entry.</summary>
    /// <param name="text">What has happened to it.</param>
    /// <param name="on">The day of that.</param>
    public BusinessDocument Document(string text, DateOnly on) =>
        new(Id, Reference, ProgrammeId, AwardId, text, on) { IsInterest = Kind == RepaymentClaimKind.Interest };

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, Kind, SpendingReportId, OfficeAgs, Reference, Status, PrincipalCents,
            ReducedCents, WaivedCents, WrittenOffCents, PaidCents, RefundedCents, DeferredUntil, ClaimedOn, DueOn, CreatedAt, UpdatedAt
        from RepaymentClaim
        """;

    const string CountOfAward = "select count(*) from RepaymentClaim where AwardId = @AwardId";

    const string Insert = """
        insert into RepaymentClaim (Id, Version, ProgrammeId, AwardId, Kind, SpendingReportId, OfficeAgs, Reference, Status,
            PrincipalCents, ClaimedOn, DueOn, CreatedAt, UpdatedAt)
        select @Id, 1, ProgrammeId, Id, @Kind, @SpendingReportId, OfficeAgs, @Reference, 'claimed', @Principal, @On, @DueOn, @At, @At
        from Award
        where Id = @AwardId
        """;

    const string LockRow = "update RepaymentClaim set Version = Version + 1, UpdatedAt = @At where Id = @Id";

    const string WriteRow = """
        update RepaymentClaim
        set Status = @Status, ReducedCents = @Reduced, WaivedCents = @Waived, WrittenOffCents = @WrittenOff, PaidCents = @Paid,
            RefundedCents = @Refunded, DeferredUntil = @DeferredUntil
        where Id = @Id
        """;
}
