using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// An office mends a returned report within the programme's days, as it mends an application; a date that the return sets stays as it is.
/// The report is overdue after it. The office can still submit it then, until somebody examines it as it was submitted last: the silence
/// of an office ends no account.
/// </summary>
static class ReportMending
{
    /// <summary>The last day for what an office is asked for today, unless whoever asks sets one.</summary>
    public static DateOnly LastDay(ProgrammeTerms terms, DateOnly today) => Periods.DaysAfter(today, terms.MendingDays);

    /// <summary>
    /// Makes a report what it was when it was submitted last. A receipt whose number has come into another report of the award since stays
    /// there. Receipts that were asked for come after the submission, and stay as they are. The caller holds the reports of the award.
    /// </summary>
    public static async Task Restore(Tx tx, SpendingReport report)
    {
        var submitted = (await SpendingReportVersion.Find(tx, report.Id, report.Versions))!.Submission;
        await tx.Execute(RestoreRow, new
        {
            report.Id,
            submitted.Narrative,
            Answers = submitted.Answers is { Count: > 0 } answers ? StoredJson.Of(answers) : null,
            Totals = submitted.Totals is { Count: > 0 } totals ? StoredJson.Of(totals) : null,
            submitted.OwnFunds,
            submitted.ThirdPartyIncome,
            submitted.Expenditure,
        });
        await ReportAttachment.Files.Restore(tx, report.Id, report.Versions);
        await ReceiptImport.DiscardOpen(tx, report.Id);
        if (report.StatementForm == StatementForm.ReceiptList)
        {
            await FrozenReceipts.Restore(tx, report);
            await tx.Execute(CountRow, new { report.Id });
        }
        await SampledReceipts.Keep(tx, report.Id);
    }

    const string RestoreRow = """
        update SpendingReport
        set Narrative = @Narrative, Answers = @Answers, Totals = @Totals, OwnFundsCents = @OwnFunds, ThirdPartyCents = @ThirdPartyIncome,
            ExpenditureCents = @Expenditure
        where Id = @Id
        """;

    const string CountRow = """
        update SpendingReport
        set ReceiptCount = (select count(*) from Receipt r where r.SpendingReportId = @Id),
            ExpenditureCents = coalesce((select sum(r.AmountCents) from Receipt r where r.SpendingReportId = @Id), 0)
        where Id = @Id
        """;
}
