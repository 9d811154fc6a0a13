using System.Diagnostics;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Hands a signed batch to the bank.</summary>
/// <remarks>
/// By the treasury; not by who approved or released one of its payments. From here on its payments are instructed: they are settled,
/// rejected by the bank or returned, and stopped no more. Not after the execution day, nor while one of the accounts is not verified.
/// </remarks>
sealed class HandOverPaymentBatch(CurrentUser user, BusinessClock clock, PaymentSettings settings) : Change<PaymentBatch>
{
    public override void Configure()
    {
        Post("/payment-batches/{id:guid}/hand-over");
        Policies(Can.MakeBatches);
        MovesMoney();
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            PaymentBatchProblems.ExecutionDayPassed, DisbursementProblems.BankAccountUnverified);
    }

    protected override async Task<Outcome<PaymentBatch>> Handle(Tx tx)
    {
        var today = clock.Today;
        if (await tx.Execute(HandOver, new { Id, SeenVersion, user.Actor, Today = today, tx.Author.At }) == 0)
        {
            return await PaymentBatch.WhyRefused(tx, Id, SeenVersion,
                batch => SignersApart.WhyNotHandedOver(tx, user, batch, settings), PaymentBatchStatus.Signed);
        }
        var handedOver = (await PaymentBatch.Find(tx, Id))!;
        if (await SignersApart.WhyNotHandedOver(tx, user, handedOver, settings) is { } apart)
            return apart;
        if (handedOver.ExecutionOn < today)
            return PaymentBatchProblems.ExecutionDayPassed.With(("executionOn", handedOver.ExecutionOn), ("today", today));
        foreach (var account in await tx.All<Guid>(SelectAccounts, new { Id }))
        {
            if (await VerifiedAccount.WhyRefused(tx, account) is { } unverified)
                return unverified;
        }
        if (await tx.Execute(Instruct, new { Id, Today = today, tx.Author.At }) != handedOver.PaymentCount)
            throw new UnreachableException($"Batch {handedOver.Reference} has lost a payment.");
        foreach (var payment in await Disbursement.OfBatch(tx, Id))
            Audit.Append(tx, AuditAction.DisbursementInstructed, payment.Id, payment.Version, new { BatchId = Id });
        Audit.Append(tx, AuditAction.PaymentBatchHandedOver, Id, handedOver.Version,
            new { handedOver.ExecutionOn, handedOver.PaymentCount, handedOver.Sum });
        return handedOver;
    }

    const string HandOver = """
        update PaymentBatch
        set Status = 'handed-over', HandedOverBy = @Actor, HandedOverOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'signed'
        """;

    const string SelectAccounts = "select distinct BankAccountId from Disbursement where BatchId = @Id order by BankAccountId";

    const string Instruct = """
        update Disbursement set Status = 'instructed', InstructedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where BatchId = @Id and Status = 'released'
        """;
}
