using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// An import is applied as it was checked: when a report of the award has got one of its numbers since, or the award has lost one of its
/// lines, it is outdated.
/// </summary>
static class ImportUpToDate
{
    /// <summary>Asked before the receipts are added. The caller holds the report.</summary>
    public static async Task<Problem?> WhyRefused(Tx tx, ReceiptImport import, SpendingReport report, DateOnly today)
    {
        var award = (await Award.Find(tx, report.AwardId))!;
        var taken = await tx.Top<string>(SelectTaken, new { import.Id, report.AwardId, Take = 1 });
        var categories = await tx.All<string>(SelectCategories, new { import.Id });
        var lost = categories.Except(SampledReceipts.Lines(report, award.Categories), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        // The business clock of a test can have been set back.
        var last = await tx.OneOrNull<DateOnly?>("select max(PaidOn) from ReceiptImportRow where ReceiptImportId = @Id", new { import.Id });
        return taken is [var number] ? Outdated(new Bilingual(
                $"the award has a receipt {number} by now", $"die Zuwendung hat inzwischen einen Beleg {number}"))
            : lost.FirstOrDefault() is { } category ? Outdated(new Bilingual(
                $"the line {category} takes no receipts any more", $"die Position {category} nimmt keine Belege mehr auf"))
            : last > today ? Outdated(new Bilingual("it has a day in the future", "er hat einen Tag in der Zukunft"))
            : null;
    }

    static Problem Outdated(Bilingual reason) => SpendingReportProblems.ImportOutdated.With(("reason", reason.Current));

    const string SelectTaken = """
        select i.Number
        from ReceiptImportRow i join Receipt r on r.AwardId = @AwardId and r.Number = i.Number
        where i.ReceiptImportId = @Id
        order by i.Seq
        """;

    const string SelectCategories = "select distinct Category from ReceiptImportRow where ReceiptImportId = @Id";
}
