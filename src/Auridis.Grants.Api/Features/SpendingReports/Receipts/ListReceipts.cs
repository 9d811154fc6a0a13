namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists the receipts of a report.</summary>
/// <remarks>
/// In the order in which they were added, with what the examiner found. Flags mark those that were paid outside the report's period,
/// or possibly twice.
///
/// With Accept: text/csv it is a file with what the office says of all receipts, whatever page is asked for: the columns <c>number</c>,
/// <c>paidOn</c>, <c>payee</c>, <c>purpose</c>, <c>category</c>, <c>amount</c>, <c>reference</c> and <c>procurementNote</c>. It can be
/// imported as it is (<c>importReceipts</c>). A text that a spreadsheet would take for a formula has an apostrophe in front.
/// </remarks>
sealed class ListReceipts(CurrentUser user, TimeProvider time) : Slice<Paging, ListedSheet<Receipt>>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/receipts");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<ListedSheet<Receipt>> Answer(Paging request, CancellationToken cancel)
    {
        if (request.WhyRefused() is { } problem)
            return ListedSheet<Receipt>.Refuse(problem);
        request.AskedAt = time.GetUtcNow().ToMilliseconds();
        return ListedSheet<Receipt>.IsAskedFor(HttpContext)
            ? await Db.Read(Export, cancel)
            : await Db.Read(session => Find(session, request), cancel);
    }

    async Task<Outcome<ListOf<Receipt>>> Find(Session session, Paging request) =>
        await SpendingReport.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<Receipt>(session, Select, new { Id, request.AfterSeq, request.Take });

    async Task<Outcome<SheetFile>> Export(Session session)
    {
        if (await SpendingReport.FindFor(session, Id, user) is not { } report)
            return Problems.NotFound;
        var receipts = await session.All<ReportedReceipt>(ReportedReceipt.Select + " order by Seq", new { Id });
        return new SheetFile($"receipts-{report.Reference}.csv", ReceiptColumns.Write(receipts.Select(receipt => receipt.AsNew)));
    }

    const string Select = Receipt.Select + " where r.SpendingReportId = @Id and r.Seq > @AfterSeq order by r.Seq";
}
