namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// A finance plan balances: the funds, which are requested, own and third-party, equal the planned expenditure to the cent.
/// </summary>
static class FinancePlanBalance
{
    /// <summary>The problem with a complete plan that does not balance; null when it does.</summary>
    public static Problem? WhyRefused(FinancePlan plan)
    {
        var funds = new Money(plan.Requested!.Value.Cents + plan.OwnContribution!.Value.Cents + plan.ThirdPartyFunds!.Value.Cents);
        var expenditure = new Money(plan.Lines!.Sum(line => line.Amount.Cents));
        return funds == expenditure ? null : ApplicationProblems.FinancePlanUnbalanced.With(("funds", funds), ("expenditure", expenditure));
    }
}
