namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Cancels a requested payment.</summary>
/// <remarks>By the office that requested it, before it is approved; final. Its amount can be requested again.</remarks>
sealed class CancelDisbursement(CurrentUser user, BusinessClock clock) : Change<Disbursement>
{
    public override void Configure()
    {
        Post("/disbursements/{id:guid}/cancel");
        Policies(Can.RequestPayments);
        MovesMoney();
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Disbursement>> Handle(Tx tx)
    {
        if (await Disbursement.Find(tx, Id) is not { } payment || !user.Sees(payment.OfficeAgs))
            return Problems.NotFound;
        // The office has not requested a refund.
        if (!user.ActsFor(payment.OfficeAgs) || payment.IsRefund)
            return Problems.Forbidden;
        await CommittedAgain.Lock(tx, payment);
        if (await tx.Execute(Cancel, new { Id, SeenVersion, tx.Author.At }) == 0)
        {
            var now = (await Disbursement.Find(tx, Id))!;
            return Problems.StaleOrWrongState(now.Version, SeenVersion, now.Status, DisbursementStatus.Requested);
        }
        await CommittedAgain.Free(tx, payment, $"Payment {payment.Reference} cancelled", clock.Today);
        Audit.Append(tx, AuditAction.DisbursementCancelled, Id, SeenVersion + 1, new { payment.Amount });
        return (await Disbursement.Find(tx, Id))!.For(user);
    }

    const string Cancel = """
        update Disbursement set Status = 'cancelled', Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'requested'
        """;
}
