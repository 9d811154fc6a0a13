using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Proposes to write off a repayment claim, in whole or in part.</summary>
/// <remarks>
/// It takes effect when another person of finance confirms it. A claim has one proposal at a time: a deferral, a waiver or a write-off. It
/// is internal: the office is not told.
/// </remarks>
sealed class ProposeWriteOff(CurrentUser user) : Creation<ProposeWriteOff.Request, WriteOff>
{
    /// <param name="Reason">Why: up to 2,000 characters.</param>
    /// <param name="Amount">At most what is open; all of it when it is left out.</param>
    public sealed record Request(string Reason, Money? Amount = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Reason).Prose(2000);
            RuleFor(request => request.Amount).Positive();
        }
    }

    public override void Configure()
    {
        Post("/repayment-claims/{id:guid}/write-offs");
        Policies(Can.RelieveClaims);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, ReliefProblems.ClaimNotOpen, ReliefProblems.ReliefPending,
            ReliefProblems.AboveOpenSum);
    }

    protected override string LocationOf(WriteOff created) => $"/write-offs/{created.Id}";

    protected override async Task<Outcome<WriteOff>> Handle(Tx tx, Request request)
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
        if (ReliefWithinOpenSum.WhyRefused(claim, amount) is { } tooMuch)
            return tooMuch;
        var proposal = new ClaimRelief.Proposal(request.Reason, Amount: amount);
        var id = await ClaimRelief.Propose(tx, claim, ReliefKind.WriteOff, proposal, user.Actor);
        Audit.Append(tx, AuditAction.WriteOffProposed, id, 1, new { RepaymentClaimId = Id, Amount = amount });
        return (await WriteOff.Find(tx, id))!;
    }
}
