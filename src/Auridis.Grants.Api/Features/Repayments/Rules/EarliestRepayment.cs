namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// Nothing can come back before something was paid: a repayment is booked on the day of the award's first payment at the earliest. A
/// payment that the bank returned was paid as well.
/// </summary>
static class EarliestRepayment
{
    /// <summary>The booking date of the award's first payment; null when nothing was paid.</summary>
    public static Task<DateOnly?> Find(Session session, Guid awardId) => session.One<DateOnly?>(Select, new { AwardId = awardId });

    const string Select = "select min(BookedOn) from Disbursement where AwardId = @AwardId and Status in ('settled', 'returned')";
}
