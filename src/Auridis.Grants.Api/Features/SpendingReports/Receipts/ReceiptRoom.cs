namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The room for receipts in a report: who adds some takes it first, one after the other.</summary>
static class ReceiptRoom
{
    /// <summary>Counts receipts that are to be added to the report; it becomes a draft with the first.</summary>
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
        if (await tx.Execute(Touch, size) == 1)
            return null;
        var problem = await SpendingReport.WhyRefused(
            tx, reportId, user, null, SpendingReport.OnlyItsOffice(user), SpendingReportStatus.Written);
        // What is refused in the right state and by the right office is too much for one report.
        return problem.Is(Problems.WrongState)
            && await SpendingReport.Find(tx, reportId)
                is { Status: SpendingReportStatus.Due or SpendingReportStatus.Draft or SpendingReportStatus.Returned }
            ? ReportLimits.Full
            : problem;
    }

    const string Touch = """
        update SpendingReport
        set Version = Version + 1, UpdatedAt = @At, Status = case Status when 'due' then 'draft' else Status end,
            ReceiptCount = ReceiptCount + @Count, ExpenditureCents = ExpenditureCents + @Sum
        where Id = @Id and Status in ('due', 'draft', 'returned') and OfficeAgs = @Office
            and ReceiptCount + @Count <= @MostReceipts and abs(ExpenditureCents + @Sum) <= @LargestSum
        """;
}
