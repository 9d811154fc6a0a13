namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// What of an award is no longer committed once its report is accepted. What the site has received and what it may still draw stay
/// committed: the holdback is paid after the report.
/// </summary>
static class MoneyNotNeeded
{
    public static Money Of(Money awarded, Money paid, Money entitlement) => new(awarded.Cents - Math.Max(paid.Cents, entitlement.Cents));
}
