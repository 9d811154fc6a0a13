using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// Money is requested of an active award only, and never more than is left of it. <see cref="AwardFunds.Draw"/> guards the amount; here
/// stands why it refused. A payment that failed is also tried again once the award is completed or terminated:
/// <see cref="AwardFunds.DrawAgain"/> guards that.
/// </summary>
static class DrawnWithinAward
{
    /// <summary>Whether an award is over, of which money is drawn again that came back.</summary>
    public static bool IsOver(string awardStatus) => awardStatus is AwardStatus.Completed or AwardStatus.Terminated;

    /// <param name="again">Whether a payment that failed is tried again.</param>
    public static Problem WhyRefused(string awardStatus, bool again, Money rest, Money requested) =>
        awardStatus == AwardStatus.Active || (again && IsOver(awardStatus))
        ? DisbursementProblems.AwardExceeded.With(("available", rest), ("requested", requested))
        : DisbursementProblems.AwardNotActive.With(("actual", awardStatus));
}
