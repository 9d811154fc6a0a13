namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// The period for legal remedies against an award. It begins when the office accepts. A last day that is no working day moves to the next
/// one (§ 57 VwGO, § 222 ZPO).
/// </summary>
static class RemedyPeriod
{
    /// <summary>The day after the period's last day: the award is final (Bestandskraft) although nobody has waived the remedies.</summary>
    /// <param name="days">The length of the period.</param>
    public static DateOnly FinalFrom(DateOnly accepted, int days) => WorkingDays.OnOrAfter(accepted.AddDays(days)).AddDays(1);
}
