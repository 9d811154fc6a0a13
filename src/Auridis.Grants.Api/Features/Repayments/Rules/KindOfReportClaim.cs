namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>
/// A claim that results from a report is about money that was not spent, as long as all that was spent is recognised; where something was
/// not recognised, it is about that.
/// </summary>
static class KindOfReportClaim
{
    /// <param name="notRecognised">What the report did not recognise of the expenditure.</param>
    public static string Of(Money notRecognised) =>
        notRecognised.Cents > 0 ? RepaymentClaimKind.Disallowed : RepaymentClaimKind.Unspent;
}
