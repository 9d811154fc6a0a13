using System.Diagnostics;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// What a site may keep of its award when its report is examined; the financing type decides (VV no. 2 to § 44 LHO). A fixed amount is
/// kept as far as the expenditure reaches. A share is that of the expenditure less the third-party money beyond the plan (ANBest-P no.
/// 2.1.1). A deficit is what own and third-party money leave, where own money is owed as planned, and what was spent on unrecognised
/// expenditure covers nothing else. Full financing bears what third parties leave. Always down to the cent, and never above the award.
/// Amounts are whole cents, none negative.
/// </summary>
static class Entitlement
{
    /// <param name="sharePercent">The funder's share in percent; only with the type <c>share</c>.</param>
    /// <param name="awarded">The amount in force.</param>
    /// <param name="recognised">The recognised expenditure.</param>
    /// <param name="notRecognised">The rest of what was spent.</param>
    /// <param name="own">What the office itself was to contribute, and what it reports.</param>
    /// <param name="thirdParty">What others were to pay, and what is reported of them.</param>
    public static EntitlementTerms Of(
        string financingType, decimal? sharePercent, long awarded, long recognised, long notRecognised, (long Planned, long Reported) own,
        (long Planned, long Reported) thirdParty)
    {
        var (ownDeducted, thirdPartyDeducted) = financingType switch
        {
            FinancingType.FixedAmount => (0, 0),
            FinancingType.Share => (0, Math.Max(0, thirdParty.Reported - thirdParty.Planned)),
            FinancingType.Deficit => (Math.Max(own.Planned, own.Reported - notRecognised), thirdParty.Reported),
            FinancingType.Full => (0, thirdParty.Reported),
            _ => throw new UnreachableException($"'{financingType}' is not a financing type."),
        };
        var basis = Math.Max(0, recognised - ownDeducted - thirdPartyDeducted);
        var borne = financingType == FinancingType.Share ? Share.Of(basis, sharePercent!.Value) : basis;
        return new EntitlementTerms(ownDeducted, thirdPartyDeducted, basis, borne, Math.Min(awarded, borne));
    }

    /// <summary>What is claimed back: what was paid beyond the entitlement.</summary>
    public static long Claim(long paid, long entitlement) => Math.Max(0, paid - entitlement);
}

/// <summary>An entitlement, term by term, in cents.</summary>
/// <param name="OwnDeducted">What is deducted for own money.</param>
/// <param name="ThirdPartyDeducted">What is deducted for third-party money.</param>
/// <param name="Basis">Recognised expenditure less both, never below zero.</param>
/// <param name="Borne">What of it the grant bears: with a share that share, otherwise all.</param>
/// <param name="Entitled">The smaller of that and the award.</param>
sealed record EntitlementTerms(long OwnDeducted, long ThirdPartyDeducted, long Basis, long Borne, long Entitled);
