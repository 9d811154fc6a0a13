using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The room for receipts in a report: who adds some takes it first, one after the other.</summary>
static class ReceiptRoom
{
    /// <summary>
    /// Counts receipts that are to be added to the report, and holds all reports of its award; it becomes a draft with the first. Where it
    /// states totals, receipts are evidence for them, and findings are recorded after that.
    /// </summary>
    /// <returns>Why there is no room, or why this caller adds none in this state.</returns>
    public static async Task<Problem?> Take(Tx tx, Guid reportId, CurrentUser user, int count, Money sum)
    {
        var size = new
        {
            Id = reportId,
            user.Office,
            Count = count,
            Sum = sum,
            ReportLimits.MostReceipts,
            ReportLimits.LargestSum,
            tx.Author.At,
        };
        await SpendingReport.LockSiblings(tx, reportId);
        if (await tx.Execute(Touch, size) == 1)
            return null;
        var report = await SpendingReport.Find(tx, reportId);
        var needed = Open(report);
        var problem = await SpendingReport.WhyRefused(tx, reportId, user, null, SpendingReport.OnlyItsOffice(user), needed);
        // What is refused in the right state and by the right office is too much for one report.
        return problem.Is(Problems.WrongState) && needed.Contains(report!.Status, StringComparer.Ordinal) ? ReportLimits.Full : problem;
    }

    /// <summary>The states in which a report takes receipts.</summary>
    public static string[] Open(SpendingReport? report) => report?.StatementForm == StatementForm.LineTotals
        ? [SpendingReportStatus.InExamination]
        : SpendingReportStatus.Written;

    const string Touch = """
        update SpendingReport
        set Version = Version + 1, UpdatedAt = @At, Status = case Status when 'due' then 'draft' else Status end,
            ReceiptCount = ReceiptCount + @Count,
            ExpenditureCents = ExpenditureCents + case StatementForm when 'line-totals' then 0 else @Sum end,
            FindingsBy = case Status when 'in-examination' then null else FindingsBy end
        where Id = @Id and OfficeAgs = @Office
            and ((StatementForm = 'receipt-list' and Status in ('due', 'draft', 'returned'))
                or (StatementForm = 'line-totals' and Status = 'in-examination'))
            and ReceiptCount + @Count <= @MostReceipts and abs(ExpenditureCents + @Sum) <= @LargestSum
        """;
}
