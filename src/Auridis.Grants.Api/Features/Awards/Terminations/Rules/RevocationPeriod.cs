namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award is taken back or revoked within a year after all that it rests on was known (§ 48 (4) and § 49 (3) VwVfG NRW, § 45 (4) and
/// § 47 (2) SGB X). Later it is for a reason only, as when the office has deceived.
/// </summary>
static class RevocationPeriod
{
    public static DateOnly LastDay(DateOnly knownSince) => WorkingDays.OnOrAfter(knownSince.AddYears(1));

    /// <summary>Why it is too late to terminate; null when it is not.</summary>
    public static Problem? WhyRefused(DateOnly knownSince, string? lateReason, DateOnly today) =>
        lateReason is null && LastDay(knownSince) is var lastDay && today > lastDay
            ? AwardProblems.RevocationTimeBarred.With(("knownSince", knownSince), ("lastOn", lastDay), ("today", today))
            : null;
}
