using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using FluentValidation.Results;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// Where the programme wants line totals (ANBest-G), a report states a total for each line of the award in place of receipts. A total is
/// recognised as it is, unless the examiner has asked for the line's receipts: then as far as these show it, and no further than the total.
/// </summary>
static class LineTotals
{
    /// <summary>Why an award does not take these totals; null when it does.</summary>
    public static Problem? WhyUnfit(IReadOnlyList<LineTotal>? totals, Award award)
    {
        if (totals is null)
            return null;
        if (award.Terms.Statement != StatementForm.LineTotals)
        {
            return Problems.InvalidAt("Totals", Bilingual.Of(
                "The programme wants receipts, and no totals.", "Das Programm verlangt Belege und keine Summen."));
        }
        if (totals.Sum(total => total.Amount.Cents) > ReportLimits.LargestSum.Cents)
        {
            return Problems.InvalidAt("Totals", Bilingual.Of(
                $"The totals sum to more than {ReportLimits.LargestSum}.", $"Die Summen ergeben mehr als {ReportLimits.LargestSum}."));
        }
        var unknown = totals.Index().Where(total => award.Lines.All(line => line.Category != total.Item.Category)).ToList();
        return unknown.Count == 0 ? null : Problems.Invalid(unknown.Select(total => new ValidationFailure(
            $"Totals[{total.Index}].Category",
            Bilingual.Of("The award has no such line.", "Die Zuwendung hat keine solche Position."))));
    }

    /// <summary>What the totals of one or several reports come to, line by line.</summary>
    public static IReadOnlyList<Statement.CategorySum> Of(IEnumerable<StatedLine> lines) =>
    [
        .. lines.GroupBy(line => line.Category, StringComparer.Ordinal).Select(line => new Statement.CategorySum
        {
            Category = line.Key,
            Spent = new Money(line.Sum(part => part.Total)),
            Examined = new Money(line.Sum(part => part.Sampled ? Math.Clamp(part.Recognised, 0, part.Total) : part.Total)),
            Evidenced = line.Any(part => part.Sampled) ? new Money(line.Where(part => part.Sampled).Sum(part => part.Evidenced)) : null,
        }),
    ];
}

/// <summary>A line that a report states by its total, in cents.</summary>
/// <param name="Sampled">Whether the examiner has asked for its receipts.</param>
/// <param name="Evidenced">The sum of its receipts.</param>
/// <param name="Recognised">What the examiner has left of them.</param>
readonly record struct StatedLine(string Category, long Total, bool Sampled, long Evidenced, long Recognised);
