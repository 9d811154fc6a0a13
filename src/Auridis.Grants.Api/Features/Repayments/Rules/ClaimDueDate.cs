using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A claim is due the programme's days after it was made, or on the next working day (§ 193 BGB, § 31 (3) SGB X and VwVfG). From the day
/// after it is overdue, as long as something is open.
/// </summary>
static class ClaimDueDate
{
    public static DateOnly Of(DateOnly claimedOn, ProgrammeTerms terms) => Periods.DaysAfter(claimedOn, terms.ClaimDueDays);

    /// <summary>Whether the site is late today.</summary>
    public static bool IsOverdue(string status, DateOnly dueOn, DateOnly today) =>
        status is RepaymentClaimStatus.Claimed or RepaymentClaimStatus.PartlyPaid && today > dueOn;
}
