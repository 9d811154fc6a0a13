using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// The day by which a site must have used what was paid: the programme's months or weeks after the bank booked the payment, a working day
/// (§§ 187 (1), 188 (2), 193 BGB).
/// </summary>
static class UseByDate
{
    public static DateOnly Of(DateOnly bookedOn, ProgrammeTerms terms) => terms.UseByWeeks is { } weeks
        ? Periods.DaysAfter(bookedOn, 7 * weeks)
        : Periods.MonthsAfter(bookedOn, terms.UseByMonths);
}
