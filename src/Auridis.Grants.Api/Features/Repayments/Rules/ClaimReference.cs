namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>The reference of an award's repayment claim: the award's reference and <c>R1</c>, since an award has one claim.</summary>
static class ClaimReference
{
    public static string Of(string awardReference) => $"{awardReference}-R1";
}
