using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// When a report of an award is due: the programme's months after the last day that it covers, which for the final report is that of the
/// funding period; see <see cref="Periods.MonthsAfterEnd"/>.
/// </summary>
static class ReportDueDate
{
    public static DateOnly Of(ProgrammeTerms terms) => Of(terms.FundingEndsOn, terms);

    /// <summary>After a period that ends on another day than the programme's.</summary>
    public static DateOnly Of(DateOnly endsOn, ProgrammeTerms terms) => Periods.MonthsAfterEnd(endsOn, terms.FinalReportMonths);

    public static DateOnly Of(InterimReport report) => Periods.MonthsAfterEnd(report.Until, report.Months);
}
