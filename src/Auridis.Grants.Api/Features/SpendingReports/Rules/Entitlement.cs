using System.Diagnostics;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// What a site may keep of its award when its report is examined; the financing type decides (VV no. 2 to § 44 LHO). Amounts are whole
/// cents, none negative.
/// </summary>
static class Entitlement
{
    /// <param name="sharePercent">The funder's share in percent; only with the type <c>share</c>.</param>
    /// <param name="awarded">The amount in force.</param>
    /// <param name="recognised">The recognised expenditure.</param>
    /// <param name="ownFunds">What the office itself contributed, as reported.</param>
    /// <param name="thirdPartyIncome">What others paid, as reported.</param>
    public static long Of(
        string financingType, decimal? sharePercent, long awarded, long recognised, long ownFunds, long thirdPartyIncome) =>
        financingType switch
        {
            FinancingType.FixedAmount => Math.Min(awarded, recognised),
            FinancingType.Share => Math.Min(awarded, Share.Of(recognised, sharePercent!.Value)),
            FinancingType.Deficit => Math.Min(awarded, Math.Max(0, recognised - ownFunds - thirdPartyIncome)),
            FinancingType.Full => Math.Max(0, Math.Min(awarded, recognised) - thirdPartyIncome),
            _ => throw new UnreachableException($"'{financingType}' is not a financing type."),
        };

    /// <summary>What is claimed back: what was paid beyond the entitlement.</summary>
    public static long Claim(long paid, long entitlement) => Math.Max(0, paid - entitlement);
}
