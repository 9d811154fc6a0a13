using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Replaces a receipt of a report that is not submitted.</summary>
/// <remarks>
/// By the office itself, with all that it says. If-Match takes the ETag of the report. What an examiner found on it before falls away with
/// what it was.
/// </remarks>
sealed class EditReceipt(CurrentUser user, BusinessClock clock) : Change<NewReceipt, ReceiptEdited>
{
    public override void Configure()
    {
        Put("/spending-reports/{id:guid}/receipts/{receiptId:guid}");
        Policies(Can.WriteSpendingReports);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, SpendingReportProblems.ReportFull,
            SpendingReportProblems.ReceiptsRefused, SpendingReportProblems.CreditAboveReceipt);
    }

    protected override async Task<Outcome<ReceiptEdited>> Handle(Tx tx, NewReceipt request)
    {
        var receiptId = Path<Guid>("receiptId");
        await SpendingReport.LockSiblings(tx, Id);
        if (await tx.Execute(Touch, new { Id, SeenVersion, user.Office, tx.Author.At }) == 0)
        {
            return await SpendingReport.WhyRefused(
                tx, Id, user, SeenVersion, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Draft, SpendingReportStatus.Returned);
        }
        if (await tx.OneOrNull<Money?>(SelectAmount, new { Id, ReceiptId = receiptId }) is not { } before)
            return Problems.NotFound;
        if (await tx.Execute(Balance, new { Id, Difference = request.Amount.Cents - before.Cents, ReportLimits.LargestSum }) == 0)
            return ReportLimits.Full;
        var report = (await SpendingReport.Find(tx, Id))!;
        var award = (await Award.Find(tx, report.AwardId))!;
        var taken = await tx.All<string>(SelectTaken, new { report.AwardId, ReceiptId = receiptId, request.Number });
        var faults = ReceiptFaults.OfOne(request, SampledReceipts.Lines(report, award.Categories), taken, clock.Today);
        if (faults.Count > 0)
            return SpendingReportProblems.ReceiptsRefused with { Errors = faults };
        await tx.Execute(Update, new
        {
            ReceiptId = receiptId,
            request.Number,
            request.PaidOn,
            request.Payee,
            PayeeKey = TextKey.Of(request.Payee),
            request.Purpose,
            request.Category,
            request.Amount,
            request.Reference,
            request.ProcurementNote,
            tx.Author.At,
        });
        if (await CreditWithinReceipt.WhyRefused(tx, report.AwardId) is { } above)
            return above;
        await SampledReceipts.Keep(tx, Id);
        Audit.Append(tx, AuditAction.SpendingReportReceiptEdited, Id, report.Version,
            new { ReceiptId = receiptId, Before = before, request.Amount, report.Expenditure });
        return new ReceiptEdited(report, await tx.One<Receipt>(Receipt.Select + " where r.Id = @ReceiptId", new { ReceiptId = receiptId }));
    }

    const string Touch = """
        update SpendingReport set Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;

    const string SelectAmount = "select AmountCents from Receipt where Id = @ReceiptId and SpendingReportId = @Id";

    const string Balance = """
        update SpendingReport
        set ExpenditureCents = ExpenditureCents + case StatementForm when 'line-totals' then 0 else @Difference end
        where Id = @Id and abs(ExpenditureCents + @Difference) <= @LargestSum
        """;

    const string SelectTaken = "select Number from Receipt where AwardId = @AwardId and Number = @Number and Id <> @ReceiptId";

    const string Update = """
        update Receipt
        set Number = @Number, PaidOn = @PaidOn, Payee = @Payee, PayeeKey = @PayeeKey, Purpose = @Purpose, Category = @Category,
            AmountCents = @Amount, Reference = @Reference, ProcurementNote = @ProcurementNote, RecognisedCents = null, Reason = null,
            FoundBy = null, UpdatedAt = @At
        where Id = @ReceiptId
        """;
}
