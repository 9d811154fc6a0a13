using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// A finance plan fits the programme's type of financing: with <c>share</c> no more is requested than that share of the planned
/// expenditure, down to the cent, and with <c>full</c> all of it, since full financing leaves no room for own and third-party funds (VV
/// no. 2 to § 44 LHO).
/// </summary>
static class PlanAgainstFinancing
{
    /// <summary>The problem with a complete plan that does not fit; null when it does.</summary>
    public static Problem? WhyRefused(FinancePlan plan, ProgrammeTerms terms)
    {
        var (expenditure, requested) = (plan.Lines!.Sum(line => line.Amount.Cents), plan.Requested!.Value);
        var (least, most) = terms.FinancingType switch
        {
            FinancingType.Share => (0, Share.Of(expenditure, terms.SharePercent!.Value)),
            FinancingType.Full => (expenditure, expenditure),
            _ => (0, expenditure),
        };
        return requested.Cents >= least && requested.Cents <= most
            ? null
            : ApplicationProblems.PlanAgainstFinancing.With(
                ("financingType", terms.FinancingType), ("expenditure", new Money(expenditure)), ("leastAmount", new Money(least)),
                ("mostAmount", new Money(most)), ("requested", requested));
    }
}
