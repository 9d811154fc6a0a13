using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// The limits that a selection touches. What is left is what will be left once it is published; a selection with less than zero left
/// cannot be published.
/// </summary>
/// <param name="SiteLimit">The most sites that the programme selects.</param>
/// <param name="SitesWanted">How many sites the selection selects.</param>
/// <param name="SitesLeft">How many places are left after it.</param>
/// <param name="Budget">The most that all sites together can get.</param>
/// <param name="AmountWanted">What the selection awards in all.</param>
/// <param name="BudgetLeft">What is left of the budget after it.</param>
/// <param name="Cap">The most that one site can get.</param>
/// <param name="LargestAmount">The largest single award; 0.00 when it selects none.</param>
/// <param name="Quotas">The quotas of the programme, in the order of its terms.</param>
/// <param name="Exceeded">The codes of the limits that publishing it would exceed now.</param>
sealed record SelectionLimits(
    int SiteLimit,
    int SitesWanted,
    int SitesLeft,
    Money Budget,
    Money AmountWanted,
    Money BudgetLeft,
    Money Cap,
    Money LargestAmount,
    IReadOnlyList<QuotaLimit> Quotas,
    IReadOnlyList<string> Exceeded)
{
    public static SelectionLimits Of(Programme programme, IReadOnlyList<SelectionDecision> decisions, Quotas quotas, bool published)
    {
        var amounts = decisions.Where(decision => decision.Amount is not null).Select(decision => decision.Amount!.Value.Cents).ToList();
        var terms = programme.Terms;
        // What is published is counted in the programme already.
        var sitesLeft = terms.SiteLimit - programme.Selected - (published ? 0 : amounts.Count);
        var budgetLeft = terms.Budget.Cents - programme.Committed.Cents - (published ? 0 : amounts.Sum());
        List<string> offices = [.. decisions.Where(decision => decision.Amount is not null).Select(decision => decision.OfficeAgs)];
        List<QuotaLimit> limits =
        [
            .. quotas.Rows.Select(row => QuotaLimit.Of(row, offices.Count(ags => quotas.Offices[ags].Has(row)), published)),
        ];
        return new SelectionLimits(
            terms.SiteLimit, amounts.Count, sitesLeft,
            terms.Budget, new Money(amounts.Sum()), new Money(budgetLeft),
            terms.CapPerSite, new Money(amounts.DefaultIfEmpty().Max()),
            limits,
            [
                .. sitesLeft < 0 ? [ProgrammeProblems.SiteLimitReached.Code] : Array.Empty<string>(),
                .. budgetLeft < 0 ? [ProgrammeProblems.BudgetExhausted.Code] : Array.Empty<string>(),
                .. limits.Exists(limit => limit.Left < 0) ? [ProgrammeProblems.QuotaReached.Code] : Array.Empty<string>(),
            ]);
    }
}

/// <summary>A quota that a selection touches, or does not.</summary>
/// <param name="By">What the sites are counted by.</param>
/// <param name="Value">The value that they share.</param>
/// <param name="Most">The most sites that it allows.</param>
/// <param name="Wanted">How many sites of the selection it counts.</param>
/// <param name="Left">How many are left of it after the selection.</param>
sealed record QuotaLimit([property: OneOf(typeof(QuotaBy))] string By, string Value, int Most, int Wanted, int Left)
{
    public static QuotaLimit Of(Quotas.Row row, int wanted, bool published) =>
        new(row.CountedBy, row.Value, row.Most, wanted, row.Most - row.Taken - (published ? 0 : wanted));
}
