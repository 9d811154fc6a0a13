namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// Who has found a payment right or has ordered it never pays it: neither records nor confirms what the bank booked, returned or rejected
/// (§ 31 (3) KomHVO NRW). In a small team the person who ordered it may be one of the two (<c>Payments__SmallTeam</c>).
/// </summary>
static class PayersApart
{
    /// <summary>That the caller is none of them: for the conditional update, with the caller and the setting.</summary>
    public const string Hold = "ApprovedBy <> @Actor and (@SmallTeam = 1 or ReleasedBy <> @Actor)";

    /// <summary>The persons who do not pay this payment, and as what they have acted.</summary>
    public static (string? Actor, ActedAs As)[] Of(Disbursement payment, PaymentSettings settings) => settings.SmallTeam
        ? [(payment.ApprovedBy, ActedAs.Approver)]
        : [(payment.ApprovedBy, ActedAs.Approver), (payment.ReleasedBy, ActedAs.Releaser)];
}
