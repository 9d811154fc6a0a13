using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Voids a batch.</summary>
/// <remarks>
/// By the treasury, with a reason, before it is handed to the bank. Its payments stay released: they go into another batch, or are settled
/// or stopped by hand.
/// </remarks>
sealed class VoidPaymentBatch(CurrentUser user) : Change<Reasoned, PaymentBatch>
{
    public override void Configure()
    {
        Post("/payment-batches/{id:guid}/void");
        Policies(Can.MakeBatches);
        MovesMoney();
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<PaymentBatch>> Handle(Tx tx, Reasoned request)
    {
        if (await tx.Execute(Void, new { Id, SeenVersion, request.Reason, user.Actor, tx.Author.At }) == 0)
        {
            return await PaymentBatch.WhyRefused(tx, Id, SeenVersion,
                batch => SignersApart.WhyExcluded(tx, user, batch), PaymentBatchStatus.Open, PaymentBatchStatus.Signed);
        }
        var voided = (await PaymentBatch.Find(tx, Id))!;
        if (await SignersApart.WhyExcluded(tx, user, voided) is { } excluded)
            return excluded;
        var payments = await Disbursement.OfBatch(tx, Id);
        await tx.Execute(Free, new { Id, tx.Author.At });
        foreach (var payment in payments)
            Audit.Append(tx, AuditAction.DisbursementUnbatched, payment.Id, payment.Version + 1, new { BatchId = Id });
        Audit.Append(tx, AuditAction.PaymentBatchVoided, Id, voided.Version, new { voided.PaymentCount, voided.Sum });
        return voided;
    }

    const string Void = """
        update PaymentBatch set Status = 'voided', VoidedBy = @Actor, VoidReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('open', 'signed')
        """;

    const string Free = "update Disbursement set BatchId = null, Version = Version + 1, UpdatedAt = @At where BatchId = @Id";
}
