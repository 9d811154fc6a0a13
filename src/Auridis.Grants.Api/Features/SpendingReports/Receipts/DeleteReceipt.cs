namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Deletes a receipt of a report that is not submitted.</summary>
/// <remarks>
/// By the office itself. If-Match takes the ETag of the report, and the answer is the report as it is now. A submitted report keeps its
/// receipts.
/// </remarks>
sealed class DeleteReceipt(CurrentUser user) : Change<SpendingReport>
{
    public override void Configure()
    {
        Delete("/spending-reports/{id:guid}/receipts/{receiptId:guid}");
        Policies(Can.WriteSpendingReports);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Tx tx)
    {
        var receiptId = Path<Guid>("receiptId");
        if (await tx.Execute(Touch, new { Id, SeenVersion, user.Office, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyRefused(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Draft, SpendingReportStatus.Returned);
        }
        if (await tx.OneOrNull<Money?>(SelectAmount, new { Id, ReceiptId = receiptId }) is not { } amount)
            return Problems.NotFound;
        await tx.Execute(DeleteRow, new { Id, ReceiptId = receiptId });
        await tx.Execute(Subtract, new { Id, Amount = amount });
        await SampledReceipts.Keep(tx, Id);
        Audit.Append(tx, AuditAction.SpendingReportReceiptDeleted, Id, SeenVersion + 1, new { ReceiptId = receiptId, Amount = amount });
        return (await SpendingReport.Find(tx, Id))!;
    }

    const string Touch = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;

    const string SelectAmount = "select AmountCents from Receipt where Id = @ReceiptId and SpendingReportId = @Id";

    const string DeleteRow = "delete from Receipt where Id = @ReceiptId and SpendingReportId = @Id";

    const string Subtract = """
        update SpendingReport
        set ReceiptCount = ReceiptCount - 1,
            ExpenditureCents = ExpenditureCents - case StatementForm when 'line-totals' then 0 else @Amount end
        where Id = @Id
        """;
}
