namespace Auridis.Grants.Api.Values;

/// <summary>
/// The last day of a period (§§ 187, 188 BGB, § 31 SGB X and VwVfG). One that would end on another day ends on the next working day
/// (§ 193 BGB).
/// </summary>
static class Periods
{
    /// <summary>So many days after a day on which something happens: that day itself does not count (§§ 187 (1), 188 (1) BGB).</summary>
    public static DateOnly DaysAfter(DateOnly day, int days) => WorkingDays.OnOrAfter(day.AddDays(days));

    /// <summary>
    /// So many months after a day on which something happens: they end on the day of the same number, or on the month's last one when there
    /// is none (§§ 187 (1), 188 (2) and (3) BGB).
    /// </summary>
    public static DateOnly MonthsAfter(DateOnly day, int months) => WorkingDays.OnOrAfter(day.AddMonths(months));

    /// <summary>
    /// So many months after the last day of something, as of a funding period. It begins with the next day, and ends before the day of the
    /// same number (§§ 187 (2), 188 (2) BGB): six months after 30 April end on 31 October.
    /// </summary>
    public static DateOnly MonthsAfterEnd(DateOnly lastDay, int months) =>
        WorkingDays.OnOrAfter(lastDay.AddDays(1).AddMonths(months).AddDays(-1));
}
