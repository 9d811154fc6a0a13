using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Tries a payment that failed again.</summary>
/// <remarks>
/// By the office that it was for, once it was rejected, also by the bank, or stopped, or came back. A new payment of the same amount, or of
/// less, and of the same purpose, with retryOf, to an account of choice; everything is checked anew. The failed payment stays as it is. A
/// refund that failed is a credit again, and is not retried. Money that came back after the award was completed or terminated is drawn
/// again in this way, also in a completed programme: within the entitlement, or within what is kept. What a completed award draws again is
/// taken of the budget anew.
/// </remarks>
sealed class RetryDisbursement(CurrentUser user, BusinessClock clock) : Creation<RetryDisbursement.Request, Disbursement>
{
    /// <param name="Need">What has to be paid within the coming use-by period; the amount is at most this less what is unspent.</param>
    /// <param name="Unspent">How much of the money paid so far is unspent, at most what was paid.</param>
    /// <param name="OwnUsed">How much of its own money (Eigenmittel) the office has used so far.</param>
    /// <param name="ThirdPartyUsed">How much of others' money (Drittmittel) it has used so far.</param>
    /// <param name="BankAccountId">A verified bank account of the office: the same one or another.</param>
    /// <param name="Amount">At most that of the payment that failed; all of it when it is left out.</param>
    public sealed record Request(
        Money Need, Money Unspent, Money OwnUsed, Money ThirdPartyUsed, Guid BankAccountId, Money? Amount = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Need).NotNegative();
            RuleFor(request => request.Unspent).NotNegative();
            RuleFor(request => request.OwnUsed).NotNegative();
            RuleFor(request => request.ThirdPartyUsed).NotNegative();
            RuleFor(request => request.Amount).Positive();
        }
    }

    static readonly string[] Failed =
    [
        DisbursementStatus.Rejected, DisbursementStatus.Stopped, DisbursementStatus.BankRejected, DisbursementStatus.Returned,
    ];

    public override void Configure()
    {
        Post("/disbursements/{id:guid}/retry");
        Policies(Can.RequestPayments);
        MovesMoney();
        Refuses(
            [
                Problems.NotFound, Problems.Forbidden, Problems.WrongState, DisbursementProblems.RefundNotRetried,
                .. NewDisbursement.Refusals, ProgrammeProblems.BudgetExhausted,
            ]);
    }

    protected override string LocationOf(Disbursement payment) => $"/disbursements/{payment.Id}";

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Request request)
    {
        if (await Disbursement.Find(tx, Id) is not { } failed || !user.Sees(failed.OfficeAgs))
            return Problems.NotFound;
        if (!user.ActsFor(failed.OfficeAgs))
            return Problems.Forbidden;
        // These states are final: what is seen of them needs no lock.
        if (!Failed.Contains(failed.Status, StringComparer.Ordinal))
            return Problems.StaleOrWrongState(failed.Version, failed.Version, failed.Status, Failed);
        if (failed.IsRefund)
            return DisbursementProblems.RefundNotRetried;
        if (request.Amount?.Cents > failed.Amount.Cents)
        {
            return Problems.InvalidAt(nameof(request.Amount), Bilingual.Of(
                "Must not be more than that of the payment that failed.", "Darf nicht höher sein als bei der fehlgeschlagenen Zahlung."));
        }
        var over = DrawnWithinAward.IsOver((await Award.Find(tx, failed.AwardId))!.Status);
        if (over)
            await Programme.Lock(tx, failed.ProgrammeId);
        return await NewDisbursement.Make(tx, user, failed.AwardId,
            new(request.Amount ?? failed.Amount, failed.Purpose, request.Need, request.Unspent, request.OwnUsed, request.ThirdPartyUsed,
                request.BankAccountId),
            clock.Today, failed.Id, over);
    }
}
