using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A claim is due the programme's days after it was made, or on the next working day (§ 193 BGB, § 31 (3) SGB X and VwVfG). From the day
/// after it is overdue, as long as something is open. A deferral moves that day while it runs.
/// </summary>
static class ClaimDueDate
{
    public static DateOnly Of(DateOnly claimedOn, ProgrammeTerms terms) => Periods.DaysAfter(claimedOn, terms.ClaimDueDays);

    /// <summary>Whether the site is late today.</summary>
    /// <param name="deferredUntil">The day that it is due on instead, while it is deferred.</param>
    public static bool IsOverdue(string status, DateOnly dueOn, DateOnly? deferredUntil, DateOnly today) => status switch
    {
        RepaymentClaimStatus.Claimed or RepaymentClaimStatus.PartlyPaid => today > dueOn,
        RepaymentClaimStatus.Deferred => today > deferredUntil,
        _ => false,
    };
}
