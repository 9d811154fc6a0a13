namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Adds the receipts of a checked file to its report.</summary>
/// <remarks>
/// By the office itself, all of them or none, while the report takes receipts. What has come since the check is asked once more: when a
/// number is taken by now, or the award has other lines, the import is outdated, and the file is to be sent again.
/// </remarks>
sealed class ApplyReceiptImport(CurrentUser user, BusinessClock clock) : Change<ReceiptImport>
{
    public override void Configure()
    {
        Post("/receipt-imports/{id:guid}/apply");
        Policies(Can.WriteSpendingReports);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, SpendingReportProblems.ImportApplied, Problems.WrongState,
            SpendingReportProblems.ReportFull, SpendingReportProblems.ImportOutdated, SpendingReportProblems.CreditAboveReceipt);
    }

    protected override async Task<Outcome<ReceiptImport>> Handle(Tx tx)
    {
        var applied = await tx.Execute(Apply, new { Id, SeenVersion, user.Office, clock.Today, tx.Author.At }) == 1;
        if (await ReceiptImport.FindFor(tx, Id, user) is not { } import)
            return Problems.NotFound;
        if (!applied)
            return WhyRefused(import);
        if (await ReceiptRoom.Take(tx, import.SpendingReportId, user, import.RowsGood, import.Sum) is { } problem)
            return problem;
        var report = (await SpendingReport.Find(tx, import.SpendingReportId))!;
        if (await ImportUpToDate.WhyRefused(tx, import, report, clock.Today) is { } outdated)
            return outdated;
        await tx.Execute(InsertReceipts, new { Id, import.SpendingReportId, report.AwardId, tx.Author.At });
        if (await CreditWithinReceipt.WhyRefused(tx, report.AwardId) is { } above)
            return above;
        await SampledReceipts.Keep(tx, report.Id);
        await ReceiptImport.RemoveRows(tx, Id);
        Audit.Append(tx, AuditAction.ReceiptImportApplied, Id, import.Version,
            new { import.SpendingReportId, import.RowsGood, import.Sum });
        Audit.Append(tx, AuditAction.SpendingReportReceiptsImported, report.Id, report.Version,
            new { ReceiptImportId = Id, Added = import.RowsGood, import.Sum, report.ReceiptCount, report.Expenditure });
        return import;
    }

    Problem WhyRefused(ReceiptImport import) =>
        !user.ActsFor(import.OfficeAgs) ? Problems.Forbidden
        : import.Version == SeenVersion && import.Status == ReceiptImportStatus.Applied ? SpendingReportProblems.ImportApplied
        : Problems.StaleOrWrongState(import.Version, SeenVersion, import.Status, ReceiptImportStatus.Ready);

    const string Apply = """
        update ReceiptImport set Version = Version + 1, UpdatedAt = @At, Status = 'applied', AppliedOn = @Today
        where Id = @Id and Version = @SeenVersion and Status = 'ready' and OfficeAgs = @Office
        """;

    const string InsertReceipts = """
        insert into Receipt (Id, SpendingReportId, AwardId, Number, PaidOn, Payee, PayeeKey, Purpose, Category, AmountCents, Reference,
            ProcurementNote, CreatedAt, UpdatedAt)
        select ReceiptId, @SpendingReportId, @AwardId, Number, PaidOn, Payee, PayeeKey, Purpose, Category, AmountCents, Reference,
            ProcurementNote, @At, @At
        from ReceiptImportRow
        where ReceiptImportId = @Id
        order by Seq
        """;
}
