using Auridis.Grants.Api.Features.Programmes;
using FluentValidation.Results;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// Receipts are asked for where a report states totals, and of lines on which it states something. The office hands in those of the lines
/// that were asked for and no others. They are complete once they show the totals. Until then, or the end of the last day for them, the
/// report is not accepted; what is missing after that is not recognised.
/// </summary>
static class SampledReceipts
{
    /// <summary>Why the receipts of these lines are not asked for; null when they can be.</summary>
    public static Problem? WhyRefused(SpendingReport report, IReadOnlyList<string> lines)
    {
        if (report.StatementForm != StatementForm.LineTotals)
            return SpendingReportProblems.ReceiptsListed;
        var stated = (report.Totals ?? []).Where(total => total.Amount.Cents > 0).Select(total => total.Category);
        var unstated = lines.Index().Where(line => !stated.Contains(line.Item, StringComparer.Ordinal)).ToList();
        return unstated.Count == 0 ? null : Problems.Invalid(unstated.Select(line => new ValidationFailure(
            $"Lines[{line.Index}]",
            Bilingual.Of("The report states nothing on this line.", "Der Nachweis gibt zu dieser Position nichts an."))));
    }

    /// <summary>The lines of which a report takes receipts: all of the plan, or those that were asked for.</summary>
    public static IReadOnlyList<string> Lines(SpendingReport report, IReadOnlyList<string> plan) =>
        report.StatementForm == StatementForm.LineTotals ? [.. (report.Sample ?? []).Select(line => line.Category)] : plan;

    /// <summary>Why the report is not accepted today; null when it can be.</summary>
    public static Problem? WhyNotAccepted(SpendingReport report, DateOnly today) => report.SampleEndsOn is { } last && today <= last
        ? SpendingReportProblems.ReceiptsOutstanding.With(("replyBy", last))
        : null;

    /// <summary>Keeps the last day for the lines of whose totals something is not shown; called after either has changed.</summary>
    public static async Task Keep(Tx tx, Guid reportId)
    {
        var report = (await SpendingReport.Find(tx, reportId))!;
        if (report.Sample is not { } sample)
            return;
        var lines = await Statement.Stated(tx, reportId, alone: true);
        var open = sample
            .Where(line => lines.Where(stated => stated.Category == line.Category).Any(stated => stated.Evidenced < stated.Total))
            .Max(line => (DateOnly?)line.ReplyBy);
        await tx.Execute("update SpendingReport set SampleEndsOn = @EndsOn where Id = @Id", new { Id = reportId, EndsOn = open });
    }
}
