using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Refuses to reverse a receipt.</summary>
/// <remarks>With a reason; also by the person who proposed it. The receipt counts as before.</remarks>
sealed class RefuseReversal(CurrentUser user) : Change<Reasoned, RepaymentReceipt>
{
    public override void Configure()
    {
        Post("/repayment-receipts/{id:guid}/refuse");
        Policies(Can.RecordRepayments);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<RepaymentReceipt>> Handle(Tx tx, Reasoned request)
    {
        var refused = await tx.Execute(Refuse, new { Id, SeenVersion, request.Reason, user.Actor, tx.Author.At }) == 1;
        if (await RepaymentReceipt.FindFor(tx, Id, user) is not { } receipt)
            return Problems.NotFound;
        if (await receipt.WhyExcluded(tx, user) is { } excluded)
            return excluded;
        if (!refused)
            return Problems.StaleOrWrongState(receipt.Version, SeenVersion, receipt.Status, RepaymentReceiptStatus.ReversalProposed);
        Audit.Append(tx, AuditAction.RepaymentReceiptReversalRefused, Id, receipt.Version, new { receipt.Amount });
        return receipt;
    }

    const string Refuse = """
        update RepaymentReceipt
        set Status = 'reversal-refused', RefusalReason = @Reason, ReversalDecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'reversal-proposed'
        """;
}
