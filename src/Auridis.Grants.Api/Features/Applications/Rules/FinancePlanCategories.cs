using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Each line of a finance plan names a budget category of the programme.</summary>
static class FinancePlanCategories
{
    /// <summary>The problem with the first line of a complete plan that names another category; null when none does.</summary>
    public static Problem? WhyRefused(FinancePlan plan, ProgrammeTerms terms) =>
        plan.Lines!.FirstOrDefault(line => terms.Categories.All(category => category.Code != line.Category)) is { } unknown
            ? ApplicationProblems.UnknownCategory.With(("category", unknown.Category))
            : null;
}
