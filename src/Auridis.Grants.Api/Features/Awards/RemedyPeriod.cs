namespace Auridis.Grants.Api.Features.Awards;

/// <summary>When an award is final (Bestandskraft) although nobody has waived the remedies.</summary>
static class RemedyPeriod
{
    /// <summary>The day after the period's last day. A last day that is no working day moves to the next one (§ 57 VwGO, § 222 ZPO).</summary>
    /// <param name="days">The length of the period.</param>
    public static DateOnly FinalFrom(DateOnly accepted, int days) => WorkingDays.OnOrAfter(accepted.AddDays(days)).AddDays(1);
}
