using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// When the final report of an award is due: the programme's months after the last day of the funding period, or on the next working day
/// (§ 193 BGB, § 31 (3) SGB X and VwVfG).
/// </summary>
static class ReportDueDate
{
    public static DateOnly Of(ProgrammeTerms terms) => WorkingDays.OnOrAfter(terms.FundingEndsOn.AddMonths(terms.FinalReportMonths));
}
