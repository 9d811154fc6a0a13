namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// How many days after it was posted, or sent electronically, a letter counts as announced: three, and four from 2025 on, by the day on
/// which it was posted (§ 37 (2) SGB X, § 41 (2) VwVfG NRW, both as the law to modernise the postal law of 2024 has them).
/// </summary>
static class DaysUntilAnnouncement
{
    /// <summary>From which day of posting on how many days count, the latest first.</summary>
    static readonly (DateOnly From, int Days)[] Table = [(new DateOnly(2025, 1, 1), 4), (DateOnly.MinValue, 3)];

    public static int For(DateOnly postedOn) => Table.First(row => row.From <= postedOn).Days;
}
