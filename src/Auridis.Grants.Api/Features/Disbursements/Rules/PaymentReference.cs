namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>A payment's reference: the award's number, and the payment's own, counted without gaps in the award.</summary>
static class PaymentReference
{
    public static string Of(string awardNumber, int payment) => FormattableString.Invariant($"{awardNumber}-P{payment:00}");
}
