namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Requests money of an award.</summary>
/// <remarks>
/// By the office that the award belongs to. What is requested, approved, released, instructed and settled never exceeds the award, however
/// many request at once. It never exceeds the expenditure that the spending report declares, once that is submitted, nor what the site is
/// entitled to, once that is accepted. Not while a report of the award is overdue. Not more than is needed, not while money that was paid
/// is unspent beyond its use-by date, and only in the order of funds and up to the holdback that the terms set.
/// </remarks>
sealed class RequestDisbursement(CurrentUser user, BusinessClock clock) : Creation<RequestDisbursement.Request, Disbursement>
{
    /// <param name="Amount">What is requested, at most what is left of the award.</param>
    /// <param name="Purpose">What it is needed for in the coming use-by period, up to 2,000 characters.</param>
    /// <param name="Need">What has to be paid within the coming use-by period; the amount is at most this less what is unspent.</param>
    /// <param name="Unspent">How much of the money paid so far is unspent, at most what was paid.</param>
    /// <param name="OwnUsed">How much of its own money (Eigenmittel) the office has used so far.</param>
    /// <param name="ThirdPartyUsed">How much of others' money (Drittmittel) it has used so far.</param>
    /// <param name="BankAccountId">A verified bank account of the office.</param>
    public sealed record Request(
        Money Amount, string Purpose, Money Need, Money Unspent, Money OwnUsed, Money ThirdPartyUsed, Guid BankAccountId);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Amount).Positive();
            RuleFor(request => request.Purpose).Prose(2000);
            RuleFor(request => request.Need).NotNegative();
            RuleFor(request => request.Unspent).NotNegative();
            RuleFor(request => request.OwnUsed).NotNegative();
            RuleFor(request => request.ThirdPartyUsed).NotNegative();
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/disbursements");
        Policies(Can.RequestPayments);
        MovesMoney();
        Refuses([Problems.NotFound, Problems.Forbidden, .. NewDisbursement.Refusals]);
    }

    protected override string LocationOf(Disbursement payment) => $"/disbursements/{payment.Id}";

    protected override Task<Outcome<Disbursement>> Handle(Tx tx, Request request) =>
        NewDisbursement.Make(tx, user, Id, request, clock.Today);
}
