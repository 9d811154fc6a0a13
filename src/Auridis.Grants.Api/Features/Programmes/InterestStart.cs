namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>From when money bears interest that is used late or paid back.</summary>
static class InterestStart
{
    /// <summary>From the day after the bank booked the payment.</summary>
    public const string Payout = "payout";

    /// <summary>From the day after the last day on which the money had to be used.</summary>
    public const string UseByEnd = "use-by-end";
}
