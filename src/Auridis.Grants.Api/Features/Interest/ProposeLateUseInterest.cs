using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Disbursements;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Reckons the interest on money that was used late, and proposes to ask it.</summary>
/// <remarks>
/// From the start that the terms name, the payment or the end of the period in which its money had to be used, to the day of the use. Of a
/// payment no more can be named than it had, nor what is claimed back with interest.
/// </remarks>
sealed class ProposeLateUseInterest(CurrentUser user, BusinessClock clock) : Creation<ProposeLateUseInterest.Request, InterestCalculation>
{
    /// <param name="DisbursementId">The payment whose money it is.</param>
    /// <param name="Amount">What of it was used late.</param>
    /// <param name="UsedOn">The day of the use, at most today.</param>
    public sealed record Request(Guid DisbursementId, Money Amount, DateOnly UsedOn);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Amount).Positive();
            RuleFor(request => request.UsedOn).Day();
        }
    }

    public override void Configure()
    {
        Post("/awards/{id:guid}/interest");
        Policies(Can.AskInterest);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.WrongState, InterestProblems.InterestAskedAlready,
            BaseRateProblems.RateMissing);
    }

    protected override string LocationOf(InterestCalculation created) => $"/interest-calculations/{created.Id}";

    protected override async Task<Outcome<InterestCalculation>> Handle(Tx tx, Request request)
    {
        if (await Award.Find(tx, Id) is not { } found)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is { } excluded)
            return excluded;
        if (request.UsedOn > clock.Today)
            return Problems.InFuture(nameof(request.UsedOn));
        await AwardFunds.Lock(tx, Id);
        var disbursement = await Disbursement.Find(tx, request.DisbursementId);
        if (disbursement?.AwardId != Id)
            return NoSuchPayment;
        if (disbursement.Status != DisbursementStatus.Settled)
            return Problems.WrongState.With(("actual", disbursement.Status), ("expected", DisbursementStatus.Settled));
        var award = (await Award.Find(tx, Id))!;
        var payments = await PaidMoney.OfAward(tx, Id);
        if (payments.FirstOrDefault(each => each.Id == request.DisbursementId) is not { } payment)
            return NoSuchPayment;
        var late = await LateMoney.OfAward(tx, Id);
        var parts = MoneyOfClaim.Parts(payments, late, await ClaimedMoney.OfAward(tx, Id), award.Terms);
        if (AskedOnce.WhyRefused(payment, request.Amount, late, parts) is { } twice)
            return twice;
        var figures = await InterestFigures.OfLateUse(tx, payment, request.Amount, request.UsedOn, award.Terms);
        if (figures.Refusal is { } refused)
            return refused;
        return await InterestCalculation.Propose(
            tx, award, figures.Value,
            new(InterestKind.LateUse, null, payment.Id, request.Amount, request.UsedOn, null, null), user.Actor);
    }

    static Problem NoSuchPayment => Problems.InvalidAt(nameof(Request.DisbursementId), Bilingual.Of(
        "The award has no such payment.", "Diese Auszahlung gibt es bei der Zuwendung nicht."));
}
