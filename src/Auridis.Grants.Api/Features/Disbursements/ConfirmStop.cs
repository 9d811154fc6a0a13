using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Stops a released payment.</summary>
/// <remarks>
/// Not by the person who proposed it. The bank has not booked it, and will not: what was owed is reversed in the ledger, and the amount can
/// be requested again, or the report accepted.
/// </remarks>
sealed class ConfirmStop(CurrentUser user, BusinessClock clock) : Change<Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/confirm-stop");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            DisbursementProblems.StopNotProposed);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx)
    {
        if (await Disbursement.Find(tx, Id) is not { } before)
            return Problems.NotFound;
        await CommittedAgain.Lock(tx, before);
        if (await tx.Execute(Stop, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
        {
            return await Disbursement.Find(tx, Id) is { Status: DisbursementStatus.Released, StopProposedOn: null, Version: var version }
                && version == SeenVersion
                ? DisbursementProblems.StopNotProposed
                : await Disbursement.WhyRefused(tx, Id, user, SeenVersion,
                    payment => [(payment.StopProposedBy, ActedAs.Proposer)], DisbursementStatus.Released);
        }
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        var stopped = $"Payment {payment.Reference} stopped";
        Journal.Post(tx, PostedPayment.Stopped(payment), payment.Amount,
            await PostedPayment.Document(tx, payment, stopped, clock.Today));
        await CommittedAgain.Free(tx, payment, stopped, clock.Today);
        Audit.Append(tx, AuditAction.DisbursementStopped, Id, payment.Version, new { payment.Amount });
        return payment.For(user);
    }

    const string Stop = """
        update Disbursement set Status = 'stopped', StopConfirmedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'released' and StopProposedBy <> @Actor
        """;
}
