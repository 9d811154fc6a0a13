using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Proposes to waive a repayment claim, in whole or in part.</summary>
/// <remarks>
/// It takes effect when another person of finance confirms it. A claim has one proposal at a time: a deferral, a waiver or a write-off.
/// </remarks>
sealed class ProposeWaiver(CurrentUser user) : Creation<ProposeWaiver.Request, Waiver>
{
    /// <param name="Reason">Why: up to 2,000 characters.</param>
    /// <param name="Amount">At most what is open; all of it when it is left out.</param>
    /// <param name="LegalBasis">The provision that it rests on, up to 200 characters; may be left out.</param>
    public sealed record Request(string Reason, Money? Amount = null, string? LegalBasis = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Reason).Prose(2000);
            RuleFor(request => request.Amount).Positive();
            RuleFor(request => request.LegalBasis!).Line(200).When(request => request.LegalBasis is not null);
        }
    }

    public override void Configure()
    {
        Post("/repayment-claims/{id:guid}/waivers");
        Policies(Can.RelieveClaims);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, ReliefProblems.ClaimNotOpen, ReliefProblems.ReliefPending,
            ReliefProblems.AboveOpenSum, ReliefProblems.AbovePrincipal);
    }

    protected override string LocationOf(Waiver created) => $"/waivers/{created.Id}";

    protected override async Task<Outcome<Waiver>> Handle(Tx tx, Request request)
    {
        if (await RepaymentClaim.Find(tx, Id) is not { } found)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, found.ProgrammeId, found.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, found.ProgrammeId);
        var claim = (await RepaymentClaim.Find(tx, Id))!;
        if (await ClaimRelief.WhyNotProposed(tx, claim) is { } refused)
            return refused;
        var amount = request.Amount ?? claim.Open;
        if (WaivablePrincipal.WhyRefused(claim, amount) is { } tooMuch)
            return tooMuch;
        var proposal = new ClaimRelief.Proposal(request.Reason, Amount: amount, LegalBasis: request.LegalBasis);
        var id = await ClaimRelief.Propose(tx, claim, ReliefKind.Waiver, proposal, user.Actor);
        Audit.Append(tx, AuditAction.WaiverProposed, id, 1, new { RepaymentClaimId = Id, Amount = amount });
        return (await Waiver.Find(tx, id))!;
    }
}
