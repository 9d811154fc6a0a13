namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// What a payment is of: <c>grant</c>, money of the award; <c>refund</c>, a credit of the site on a repayment claim, outside the award's
/// amount.
/// </summary>
static class DisbursementKind
{
    public const string Grant = "grant";
    public const string Refund = "refund";
}
