using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A new payment of an award, with everything that is checked of it: also when a payment that failed is tried again.</summary>
static class NewDisbursement
{
    /// <summary>What is refused after the persons, in the order of checking.</summary>
    public static readonly Problem[] Refusals =
    [
        DisbursementProblems.AwardNotActive, DisbursementProblems.AwardExceeded, DisbursementProblems.UnspentExceedsPaid,
        DisbursementProblems.BankAccountUnknown, DisbursementProblems.BankAccountUnverified, DisbursementProblems.ReportOverdue,
        DisbursementProblems.BeyondReportedExpenditure, DisbursementProblems.FinalReportAccepted,
        DisbursementProblems.FinalReportReopened, DisbursementProblems.NeedExceeded, DisbursementProblems.FundsUnused,
        DisbursementProblems.OwnFundsFirst, DisbursementProblems.ProRataExceeded, DisbursementProblems.HoldbackReserved,
    ];

    /// <param name="retryOf">The payment that failed, when this tries it again.</param>
    /// <param name="over">
    /// Whether the award is completed or terminated, which is final, and only money that came back is drawn of it. The caller holds the
    /// programme then.
    /// </param>
    public static async Task<Outcome<Disbursement>> Make(
        Tx tx, CurrentUser user, Guid awardId, RequestDisbursement.Request request, DateOnly today, Guid? retryOf = null,
        bool over = false)
    {
        var drawn = over
            ? await AwardFunds.DrawAgain(tx, awardId, request.Amount)
            : await AwardFunds.Draw(tx, awardId, request.Amount);
        if (await tx.OneOrNull<AwardRow>(FindAward, new { Id = awardId }) is not { } award || !user.Sees(award.OfficeAgs))
            return Problems.NotFound;
        if (!user.ActsFor(award.OfficeAgs))
            return Problems.Forbidden;
        if (!drawn)
        {
            return DrawnWithinAward.WhyRefused(
                award.Status, over, AwardFunds.Rest(award.Amount, award.Renounced, award.Taken, award.Kept), request.Amount);
        }
        if (UnspentWithinPaid.WhyRefused(request.Unspent, award.Paid) is { } unspent)
            return unspent;
        var account = await BankAccount.Find(tx, request.BankAccountId);
        if (VerifiedAccount.WhyRefused(account, award.OfficeAgs) is { } unusable)
            return unusable;
        if (await ReportBarsPayment.WhyRefused(tx, awardId, award.Taken, request.Amount, today) is { } forbidden)
            return forbidden;
        if (AmountWithinNeed.WhyRefused(request.Amount, request.Need, request.Unspent) is { } notNeeded)
            return notNeeded;
        if (await FundsUsedInTime.WhyRefused(tx, awardId, request.Unspent, today) is { } unused)
            return unused;
        if (OrderOfFunds.WhyRefused(
            award.Terms.FundsOrder, award.Financing, award.Taken, new Money(award.Paid.Cents - award.Repaid.Cents), request.Need,
            request.Unspent, request.OwnUsed, request.ThirdPartyUsed) is { } outOfOrder)
        {
            return outOfOrder;
        }
        if (await Holdback.WhyRefused(tx, awardId, award.Amount, award.Terms.HoldbackPercent, award.Taken) is { } reserved)
            return reserved;
        var (payment, reference) = (tx.NewId(), PaymentReference.Of(award.Reference, award.PaymentCount));
        if (over && await CommittedAgain.Take(tx, awardId, new BusinessDocument(
            payment, reference, award.ProgrammeId, awardId, $"Payment {reference} requested again", today)) is { } exhausted)
        {
            return exhausted;
        }
        await tx.Execute(Insert, new
        {
            Id = payment,
            Kind = DisbursementKind.Grant,
            RepaymentClaimId = (Guid?)null,
            award.ProgrammeId,
            RetryOf = retryOf,
            AwardId = awardId,
            award.OfficeAgs,
            Reference = reference,
            request.Amount,
            request.Purpose,
            request.Need,
            request.Unspent,
            request.OwnUsed,
            request.ThirdPartyUsed,
            BankAccountId = account!.Id,
            account.Iban,
            account.Bic,
            account.Holder,
            RequestedBy = user.Actor,
            RequestedOn = today,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.DisbursementRequested, payment, 1,
            new { AwardId = awardId, request.Amount, request.Need, request.Unspent, request.BankAccountId, RetryOf = retryOf });
        return (await Disbursement.Find(tx, payment))!.For(user);
    }

    const string FindAward = """
        select ProgrammeId, Reference, OfficeAgs, Status, AmountCents, DrawnCents, PaidCents, RepaidCents, RenouncedCents, KeptCents,
            PaymentCount, Financing, Terms
        from Award where Id = @Id
        """;

    public const string Insert = """
        insert into Disbursement (Id, Version, Kind, RepaymentClaimId, RetryOfId, ProgrammeId, AwardId, OfficeAgs, Reference, Status,
            AmountCents, Purpose, NeedCents, UnspentCents, OwnUsedCents, ThirdPartyUsedCents, BankAccountId, Iban, Bic, Holder, RequestedBy,
            RequestedOn,
            CreatedAt, UpdatedAt)
        values (@Id, 1, @Kind, @RepaymentClaimId, @RetryOf, @ProgrammeId, @AwardId, @OfficeAgs, @Reference, 'requested', @Amount,
            @Purpose, @Need, @Unspent, @OwnUsed, @ThirdPartyUsed, @BankAccountId, @Iban, @Bic, @Holder, @RequestedBy, @RequestedOn,
            @At, @At)
        """;

    sealed record AwardRow
    {
        public required Guid ProgrammeId { get; init; }
        public required string Reference { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Status { get; init; }
        public required Money Amount { get; init; }
        public required Money Drawn { get; init; }
        public required Money Paid { get; init; }
        public required Money Repaid { get; init; }
        public required Money Renounced { get; init; }
        public required Money? Kept { get; init; }
        public required int PaymentCount { get; init; }

        /// <summary>What counts as drawn, this request included.</summary>
        public Money Taken => AwardFunds.Taken(Drawn, Repaid);

        [StoredAsJson]
        public required AwardFinancing Financing { get; init; }

        [StoredAsJson(Shared = true)]
        public required ProgrammeTerms Terms { get; init; }
    }
}
