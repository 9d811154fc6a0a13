namespace Auridis.Grants.Api.Features.Interest;

/// <summary>
/// Where the site is not to blame for what led to the claim, and has paid it in full by the day it is due, or by the last day of a deferral
/// that was granted by then, no interest is asked (§ 49a (3) sentence 2 VwVfG NRW, § 50 (2a) sentence 2 SGB X).
/// </summary>
static class PaidInTime
{
    /// <param name="principal">What was claimed.</param>
    /// <param name="moved">What came in, or is claimed no more, negative, and on which day.</param>
    /// <param name="dueOn">The last day on which the site paid in time.</param>
    public static Problem? WhyRefused(Money principal, IEnumerable<SumOwed> moved, DateOnly dueOn)
    {
        var open = principal.Cents + moved.Where(each => each.On <= dueOn).Sum(each => each.Amount.Cents);
        return open > 0 ? InterestProblems.PaidTooLate.With(("open", new Money(open)), ("dueOn", dueOn)) : null;
    }
}
