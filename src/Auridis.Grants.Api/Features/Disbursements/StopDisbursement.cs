using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Proposes to stop a released payment.</summary>
/// <remarks>
/// By the treasury, with a reason, as long as nobody has recorded that the bank booked it. The payment stays released until another person
/// stops it with confirm-stop; withdraw-record takes the proposal back, and so does a booking that is recorded. Proposing again replaces
/// what was proposed, and who proposed it. Not while the payment is in a batch.
/// </remarks>
sealed class StopDisbursement(CurrentUser user, BusinessClock clock) : Change<Reasoned, Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/stop");
        Policies(Can.SettlePayments);
        MovesMoney();
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            DisbursementProblems.InBatch, DisbursementProblems.SettlementRecorded);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Reasoned request)
    {
        var stop = new { Id, SeenVersion, request.Reason, user.Actor, Today = clock.Today, tx.Author.At };
        if (await tx.Execute(Propose, stop) == 0)
            return await Disbursement.WhyRefused(tx, Id, user, SeenVersion, _ => [], DisbursementStatus.Released);
        var payment = (await Disbursement.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        Audit.Append(tx, AuditAction.DisbursementStopProposed, Id, payment.Version, new { payment.Amount });
        return payment.For(user);
    }

    const string Propose = """
        update Disbursement
        set Reason = @Reason, StopProposedBy = @Actor, StopProposedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'released' and BookedOn is null and BatchId is null
        """;
}
