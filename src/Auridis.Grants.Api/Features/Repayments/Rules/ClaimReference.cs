namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// The reference of a repayment claim: the award's reference, <c>R</c> (Rückforderung), and the claim's own number, counted without gaps in
/// the award.
/// </summary>
static class ClaimReference
{
    public static string Of(string awardReference, int claim) => FormattableString.Invariant($"{awardReference}-R{claim}");
}
