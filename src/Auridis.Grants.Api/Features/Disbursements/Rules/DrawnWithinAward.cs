using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// Money is requested of an active award only, and never more than is left of it. <see cref="AwardFunds.Draw"/> guards the amount; here
/// stands why it refused.
/// </summary>
static class DrawnWithinAward
{
    public static Problem WhyRefused(string awardStatus, Money rest, Money requested) => awardStatus == AwardStatus.Active
        ? DisbursementProblems.AwardExceeded.With(("available", rest), ("requested", requested))
        : DisbursementProblems.AwardNotActive.With(("actual", awardStatus));
}
