using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.BaseRates;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Reckons the interest on a repayment claim up to a day, and proposes to ask it.</summary>
/// <remarks>
/// On what was open each day, from the start that the terms name, or from the day of a revocation, to the day of payment. A later one goes
/// on from the one that was confirmed last (<c>follows</c>): it is reckoned anew from the start, and the difference is asked. Where the
/// site is not to blame and has paid by <c>dueOn</c>, or by the end of a deferral that was granted by then, nothing is. A deferral does not
/// stop interest: it changes neither its first day nor its last one.
/// </remarks>
sealed class ProposeClaimInterest(CurrentUser user, BusinessClock clock) : Creation<ProposeClaimInterest.Request, InterestCalculation>
{
    /// <param name="Until">The last day that bears interest, at most today.</param>
    /// <param name="NotToBlame">Whether the site is not to blame for what led to the claim.</param>
    /// <param name="Reason">Why it is not to blame, up to 2,000 characters; needed then, and null otherwise.</param>
    public sealed record Request(DateOnly Until, bool NotToBlame = false, string? Reason = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Until).Day();
            RuleFor(request => request.Reason).NotNull().When(request => request.NotToBlame);
            RuleFor(request => request.Reason).Null().When(request => !request.NotToBlame);
            RuleFor(request => request.Reason!).Prose(2000).When(request => request.Reason is not null);
        }
    }

    public override void Configure()
    {
        Post("/repayment-claims/{id:guid}/interest");
        Policies(Can.AskInterest);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, InterestProblems.InterestOnInterest,
            InterestProblems.InterestPending, InterestProblems.PaidTooLate, BaseRateProblems.RateMissing);
    }

    protected override string LocationOf(InterestCalculation created) => $"/interest-calculations/{created.Id}";

    protected override async Task<Outcome<InterestCalculation>> Handle(Tx tx, Request request)
    {
        if (await RepaymentClaim.Find(tx, Id) is not { } found)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is { } excluded)
            return excluded;
        if (request.Until > clock.Today)
            return Problems.InFuture(nameof(request.Until));
        await AwardFunds.Lock(tx, found.AwardId);
        if (found.Kind == RepaymentClaimKind.Interest)
            return InterestProblems.InterestOnInterest;
        if (await tx.OneOrNull<int?>(SelectPending, new { Id }) is not null)
            return InterestProblems.InterestPending;
        var claim = (await RepaymentClaim.Find(tx, Id))!;
        var award = (await Award.Find(tx, claim.AwardId))!;
        var former = await InterestCalculation.LastOf(tx, Id);
        var figures = await InterestFigures.OfClaim(tx, claim, award, request.Until, request.NotToBlame, former);
        if (figures.Refusal is { } refused)
            return refused;
        return await InterestCalculation.Propose(
            tx, award, figures.Value,
            new(InterestKind.LateRepayment, Id, null, null, request.Until, request.Reason, former?.Id), user.Actor);
    }

    const string SelectPending = "select 1 from InterestCalculation where RepaymentClaimId = @Id and Status = 'proposed'";
}
