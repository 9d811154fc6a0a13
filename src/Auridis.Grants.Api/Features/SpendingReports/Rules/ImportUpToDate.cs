using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// An import is applied as it was checked: when the report has got one of its numbers since, or the award has lost one of its lines, it is
/// outdated.
/// </summary>
static class ImportUpToDate
{
    /// <summary>Asked before the receipts are added. The caller holds the report.</summary>
    public static async Task<Problem?> WhyRefused(Tx tx, ReceiptImport import, SpendingReport report, DateOnly today)
    {
        var award = (await Award.Find(tx, report.AwardId))!;
        var taken = await tx.Top<string>(SelectTaken, new { import.Id, SpendingReportId = report.Id, Take = 1 });
        var categories = await tx.All<string>(SelectCategories, new { import.Id });
        var lost = categories.Except(award.Lines.Select(line => line.Category), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        // The business clock of a test can have been set back.
        var last = await tx.OneOrNull<DateOnly?>("select max(PaidOn) from ReceiptImportRow where ReceiptImportId = @Id", new { import.Id });
        return taken is [var number] ? Outdated(new Bilingual(
                $"the report has a receipt {number} by now", $"der Nachweis hat inzwischen einen Beleg {number}"))
            : lost.FirstOrDefault() is { } category ? Outdated(new Bilingual(
                $"the award has no line {category} any more", $"die Zuwendung hat keine Position {category} mehr"))
            : last > today ? Outdated(new Bilingual("it has a day in the future", "er hat einen Tag in der Zukunft"))
            : null;
    }

    static Problem Outdated(Bilingual reason) => SpendingReportProblems.ImportOutdated.With(("reason", reason.Current));

    const string SelectTaken = """
        select i.Number
        from ReceiptImportRow i join Receipt r on r.SpendingReportId = @SpendingReportId and r.Number = i.Number
        where i.ReceiptImportId = @Id
        order by i.Seq
        """;

    const string SelectCategories = "select distinct Category from ReceiptImportRow where ReceiptImportId = @Id";
}
