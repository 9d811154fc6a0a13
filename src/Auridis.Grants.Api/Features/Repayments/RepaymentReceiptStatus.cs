namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// <c>recorded → reversal-proposed → reversed | reversal-refused</c>; <c>reversal-refused → reversal-proposed</c>. Until it is reversed, it
/// counts.
/// </summary>
static class RepaymentReceiptStatus
{
    public const string Recorded = "recorded";

    /// <summary>One person says that the money has not come in, and a second one is to confirm it.</summary>
    public const string ReversalProposed = "reversal-proposed";

    /// <summary>It has come in, as it was recorded.</summary>
    public const string ReversalRefused = "reversal-refused";

    /// <summary>It has not come in: it counts no more.</summary>
    public const string Reversed = "reversed";
}
