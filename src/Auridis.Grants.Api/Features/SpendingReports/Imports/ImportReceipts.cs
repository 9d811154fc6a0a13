namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Imports receipts from a CSV file.</summary>
/// <remarks>
/// By the office itself, while the report takes receipts. The file is taken, and checked afterwards: the answer's Location tells how far
/// that is. Nothing counts before the import is applied, and only a file without any fault can be; its faults are listed one by one. 64
/// MiB at most. A report has one open import: the next file is taken once the one before is applied or discarded. When the report is
/// submitted, or goes on without it in another way, an open import is discarded.
///
/// The first row names the columns, in any order: <c>number</c> (or <c>Belegnummer</c>), <c>paidOn</c> (<c>Zahlungsdatum</c>),
/// <c>payee</c> (<c>Empfänger</c>), <c>purpose</c> (<c>Zweck</c>), <c>category</c> (<c>Kategorie</c>) and <c>amount</c> (<c>Betrag</c>)
/// are required, <c>reference</c> (<c>Bezug</c>) and <c>procurementNote</c> (<c>Vergabevermerk</c>) are not. They mean what they mean when
/// a receipt is added; a category can also be named by its title. A day is 2019-06-03 or 03.06.2019. An amount has a decimal comma or
/// point, as in 1234,50, and may have points between thousands where that is clear, as in 1.234,50; 1.234 is refused.
///
/// RFC 4180, with commas, semicolons or tabs, CRLF or LF, in UTF-8, with or without byte order mark, or Windows-1252. A field is a text,
/// also one that begins with an equals sign; an apostrophe before such a sign, as an export writes it, is not part of the text.
/// </remarks>
sealed class ImportReceipts(CurrentUser user, ReceiptImportWorker worker) : Slice<LargeCsv, Accepted<ReceiptImport>>
{
    public override void Configure()
    {
        Post("/spending-reports/{id:guid}/receipt-imports");
        Policies(Can.WriteSpendingReports);
        Refuses(Problems.NotFound, Problems.Forbidden, Problems.WrongState, SpendingReportProblems.ImportOpen);
    }

    protected override async Task<Accepted<ReceiptImport>> Answer(LargeCsv request, CancellationToken cancel)
    {
        var outcome = await Effect.Of(
            HttpContext, StatusCodes.Status202Accepted, tx => Handle(tx, request), created => $"/receipt-imports/{created.Id}");
        worker.Wake();
        return new(outcome);
    }

    async Task<Outcome<ReceiptImport>> Handle(Tx tx, LargeCsv file)
    {
        // Files that come at the same time meet here. What the report allows now is no promise: it is asked once more when the import is
        // applied.
        await SpendingReport.LockSiblings(tx, Id);
        if (await SpendingReport.FindFor(tx, Id, user) is not { } report)
            return Problems.NotFound;
        if (SpendingReport.OnlyItsOffice(user)(report) is { } forbidden)
            return forbidden;
        var open = ReceiptRoom.Open(report);
        if (!open.Contains(report.Status, StringComparer.Ordinal))
            return Problems.StaleOrWrongState(report.Version, report.Version, report.Status, open);
        if (await ReceiptImport.FindOpen(tx, Id) is { } receiptImportId)
            return SpendingReportProblems.ImportOpen.With(("receiptImportId", receiptImportId));
        var import = await ReceiptImport.Keep(tx, report, file);
        Audit.Append(tx, AuditAction.ReceiptImportUploaded, import.Id, import.Version,
            new { import.SpendingReportId, import.Size, import.Sha256, import.Encoding });
        return import;
    }
}
