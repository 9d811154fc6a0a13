using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Rejects a payment.</summary>
/// <remarks>Before it is released, with a reason; final. Its amount can be requested again.</remarks>
sealed class RejectDisbursement(CurrentUser user, BusinessClock clock) : Change<Reasoned, Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/reject");
        Policies(Can.ApprovePayments);
        MovesMoney();
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx, Reasoned request)
    {
        if (await Disbursement.Find(tx, Id) is not { } payment)
            return Problems.NotFound;
        await CommittedAgain.Lock(tx, payment);
        if (await tx.Execute(Reject, new { Id, SeenVersion, request.Reason, tx.Author.At }) == 0)
        {
            return await Disbursement.WhyRefused(tx, Id, user, SeenVersion, _ => [],
                DisbursementStatus.Requested, DisbursementStatus.Approved);
        }
        if (await ExcludedPersons.WhyRefused(tx, user, payment.ProgrammeId, payment.OfficeAgs) is { } excluded)
            return excluded;
        await CommittedAgain.Free(tx, payment, $"Payment {payment.Reference} rejected", clock.Today);
        Audit.Append(tx, AuditAction.DisbursementRejected, Id, SeenVersion + 1, new { payment.Amount });
        return (await Disbursement.Find(tx, Id))!.For(user);
    }

    const string Reject = """
        update Disbursement set Status = 'rejected', Reason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('requested', 'approved')
        """;
}
