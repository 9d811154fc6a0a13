using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Proposes to defer a repayment claim.</summary>
/// <remarks>
/// To a later day, on which the rest is due; interest is not deferred. It runs when another person of finance confirms it, and takes the
/// place of a deferral that runs. A claim has one proposal at a time: a deferral, a waiver or a write-off.
/// </remarks>
sealed class ProposeDeferral(CurrentUser user, BusinessClock clock) : Creation<ProposeDeferral.Request, Deferral>
{
    /// <param name="Until">
    /// The last day on which the site need not have paid, or the next working day: after today, and after the day on which it is due now.
    /// </param>
    /// <param name="Reason">Why: up to 2,000 characters.</param>
    public sealed record Request(DateOnly Until, string Reason);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Until).Day();
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public override void Configure()
    {
        Post("/repayment-claims/{id:guid}/deferrals");
        Policies(Can.RelieveClaims);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, ReliefProblems.ClaimNotOpen, ReliefProblems.ReliefPending,
            ReliefProblems.DeferralTooShort);
    }

    protected override string LocationOf(Deferral created) => $"/deferrals/{created.Id}";

    protected override async Task<Outcome<Deferral>> Handle(Tx tx, Request request)
    {
        if (await RepaymentClaim.Find(tx, Id) is not { } found)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, found.ProgrammeId);
        var claim = (await RepaymentClaim.Find(tx, Id))!;
        if (await ClaimRelief.WhyNotProposed(tx, claim) is { } refused)
            return refused;
        var until = DeferralPeriod.LastDay(request.Until);
        if (DeferralPeriod.WhyRefused(claim, until, clock.Today) is { } tooShort)
            return tooShort;
        var proposal = new ClaimRelief.Proposal(request.Reason, Until: until);
        var id = await ClaimRelief.Propose(tx, claim, ReliefKind.Deferral, proposal, user.Actor);
        Audit.Append(tx, AuditAction.DeferralProposed, id, 1, new { RepaymentClaimId = Id, Until = until });
        return (await Deferral.Find(tx, id))!;
    }
}
