using System.Diagnostics;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// What a site may keep of its award when its report is examined; the financing type decides (VV no. 2 to § 44 LHO). Amounts are whole
/// cents, none negative.
/// </summary>
static class Entitlement
{
    /// <param name="sharePercent">The funder's share, 1 to 100; only with the type <c>share</c>.</param>
    /// <param name="awarded">The amount in force.</param>
    /// <param name="recognised">The recognised expenditure.</param>
    /// <param name="ownFunds">What the office itself contributed, as reported.</param>
    /// <param name="thirdPartyIncome">What others paid, as reported.</param>
    public static long Of(
        string financingType, int? sharePercent, long awarded, long recognised, long ownFunds, long thirdPartyIncome) =>
        financingType switch
        {
            FinancingType.FixedAmount => Math.Min(awarded, recognised),
            // Down to the cent: the funder never pays more than its share.
            FinancingType.Share => Math.Min(awarded, recognised * sharePercent!.Value / 100),
            FinancingType.Deficit => Math.Min(awarded, Math.Max(0, recognised - ownFunds - thirdPartyIncome)),
            FinancingType.Full => Math.Max(0, Math.Min(awarded, recognised) - thirdPartyIncome),
            _ => throw new UnreachableException($"'{financingType}' is not a financing type."),
        };

    /// <summary>What is claimed back: what was paid beyond the entitlement.</summary>
    public static long Claim(long paid, long entitlement) => Math.Max(0, paid - entitlement);
}
