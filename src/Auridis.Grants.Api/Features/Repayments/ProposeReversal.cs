using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Proposes to reverse a receipt.</summary>
/// <remarks>
/// By the treasury, with a reason: the money has not come in, or not there. It counts until another person confirms the reversal. After a
/// refusal it can be proposed again.
/// </remarks>
sealed class ProposeReversal(CurrentUser user) : Change<Reasoned, RepaymentReceipt>
{
    public override void Configure()
    {
        Post("/repayment-receipts/{id:guid}/reverse");
        Policies(Can.RecordRepayments);
        MovesMoney();
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<RepaymentReceipt>> Handle(Tx tx, Reasoned request)
    {
        var proposed = await tx.Execute(Propose, new { Id, SeenVersion, request.Reason, user.Actor, tx.Author.At }) == 1;
        if (await RepaymentReceipt.FindFor(tx, Id, user) is not { } receipt)
            return Problems.NotFound;
        if (await receipt.WhyExcluded(tx, user) is { } excluded)
            return excluded;
        if (!proposed)
        {
            return Problems.StaleOrWrongState(receipt.Version, SeenVersion, receipt.Status,
                RepaymentReceiptStatus.Recorded, RepaymentReceiptStatus.ReversalRefused);
        }
        Audit.Append(tx, AuditAction.RepaymentReceiptReversalProposed, Id, receipt.Version, new { receipt.Amount });
        return receipt;
    }

    const string Propose = """
        update RepaymentReceipt
        set Status = 'reversal-proposed', ReversalReason = @Reason, ReversalProposedBy = @Actor, ReversalDecidedBy = null,
            RefusalReason = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('recorded', 'reversal-refused')
        """;
}
