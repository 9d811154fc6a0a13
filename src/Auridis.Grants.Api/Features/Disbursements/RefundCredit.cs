using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Requests the refund of a credit.</summary>
/// <remarks>
/// By the treasury, once more has come in on a claim than is demanded. A payment of its own kind, outside the award's amount: it is
/// approved, released and settled by the same persons as others. Never more than the credit, however many request at once. When it is
/// settled the claim is <c>paid</c>.
/// </remarks>
sealed class RefundCredit(CurrentUser user, BusinessClock clock) : Creation<RefundCredit.Request, Disbursement>
{
    /// <param name="BankAccountId">A verified bank account of the office.</param>
    /// <param name="Amount">What goes back; all of the credit that is not on its way yet when not given.</param>
    public sealed record Request(Guid BankAccountId, Money? Amount = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Amount).Positive();
        }
    }

    public override void Configure()
    {
        Post("/repayment-claims/{id:guid}/refund");
        Policies(Can.RefundCredits);
        MovesMoney();
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.WrongState, DisbursementProblems.CreditExceeded,
            DisbursementProblems.BankAccountUnknown, DisbursementProblems.BankAccountUnverified);
    }

    protected override string LocationOf(Disbursement payment) => $"/disbursements/{payment.Id}";

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Request request)
    {
        if (await RepaymentClaim.FindFor(tx, Id, user) is not { } found)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is { } excluded)
            return excluded;
        // Whoever changes a claim holds its award first.
        await AwardFunds.Lock(tx, found.AwardId);
        var claim = (await RepaymentClaim.Find(tx, Id))!;
        if (claim.Status != RepaymentClaimStatus.Overpaid)
            return Problems.WrongState.With(("actual", claim.Status), ("expected", RepaymentClaimStatus.Overpaid));
        var left = await RefundsWithinCredit.Left(tx, claim);
        var amount = request.Amount ?? (left.Cents > 0 ? left : claim.Credit);
        if (RefundsWithinCredit.WhyRefused(left, amount) is { } exceeded)
            return exceeded;
        var account = await BankAccount.Find(tx, request.BankAccountId);
        if (VerifiedAccount.WhyRefused(account, claim.OfficeAgs) is { } unusable)
            return unusable;
        return await Insert(tx, claim, amount, account!);
    }

    async Task<Disbursement> Insert(Tx tx, RepaymentClaim claim, Money amount, BankAccount account)
    {
        var award = (await Award.Find(tx, claim.AwardId))!;
        var payment = tx.NewId();
        await tx.Execute(NewDisbursement.Insert, new
        {
            Id = payment,
            Kind = DisbursementKind.Refund,
            RepaymentClaimId = claim.Id,
            RetryOf = (Guid?)null,
            claim.ProgrammeId,
            claim.AwardId,
            claim.OfficeAgs,
            Reference = PaymentReference.Of(award.Reference, await AwardFunds.CountPayment(tx, claim.AwardId)),
            Amount = amount,
            Purpose = $"Refund of the credit on {claim.Reference}",
            Need = amount,
            Unspent = new Money(0),
            OwnUsed = new Money(0),
            ThirdPartyUsed = new Money(0),
            BankAccountId = account.Id,
            account.Iban,
            account.Bic,
            account.Holder,
            RequestedBy = user.Actor,
            RequestedOn = clock.Today,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.DisbursementRefundRequested, payment, 1,
            new { RepaymentClaimId = claim.Id, Amount = amount, BankAccountId = account.Id });
        return (await Disbursement.Find(tx, payment))!.For(user);
    }
}
