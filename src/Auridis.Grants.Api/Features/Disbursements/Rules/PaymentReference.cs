namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A payment's reference: the award's reference, and the payment's own, counted without gaps in the award.</summary>
static class PaymentReference
{
    public static string Of(string awardReference, int payment) => FormattableString.Invariant($"{awardReference}-P{payment:00}");
}
