using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// The period for remedies: months from the day of the announcement (§§ 70, 74 VwGO), which end on the day of the same number or the
/// month's last (§§ 187 (1), 188 (2), (3) BGB). A last day that is no working day moves to the next one (§ 57 VwGO, § 222 ZPO). Without an
/// instruction on the remedy it is a year (§ 58 (2) VwGO). A contract knows no remedy.
/// </summary>
static class RemedyPeriod
{
    /// <summary>Its length, for letters by these terms.</summary>
    public static int Months(ProgrammeTerms terms) => terms.RemedyInstruction ? terms.RemedyMonths : 12;

    /// <returns>Null where there is no remedy.</returns>
    public static DateOnly? LastDay(DateOnly announcedOn, string remedy, int months) =>
        remedy == Remedy.None ? null : WorkingDays.OnOrAfter(announcedOn.AddMonths(months));
}
