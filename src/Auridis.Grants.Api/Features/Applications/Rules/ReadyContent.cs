using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// A content can be submitted when it is complete, when it keeps to the points of a return, and when its finance plan fits the programme.
/// The office is told all of it before, and submitting refuses the first.
/// </summary>
static class ReadyContent
{
    /// <summary>In the order in which they are checked.</summary>
    public static readonly Problem[] Refusals =
    [
        ApplicationProblems.Incomplete, ApplicationProblems.BeyondPoints, ProgrammeProblems.CapExceeded,
        ApplicationProblems.FinancePlanUnbalanced, ApplicationProblems.UnknownCategory, ApplicationProblems.PlanAgainstFinancing,
    ];

    /// <summary>What is refused, with its places as JSON pointers.</summary>
    /// <param name="submitted">What was submitted last, of an application that was returned; null of any other.</param>
    public static IEnumerable<(IReadOnlyList<string> Pointers, Problem Problem)> Faults(
        Application application, ApplicationContent? submitted, ProgrammeTerms terms)
    {
        var content = application.Content;
        var missing = CompleteContent.Missing(content);
        if (missing.Length > 0)
            yield return (missing, ApplicationProblems.Incomplete.With(("pointers", missing)));
        if (submitted is not null && WithinPoints.Beyond(application.Mending!, submitted, content) is { Length: > 0 } beyond)
            yield return (beyond, ApplicationProblems.BeyondPoints.With(("pointers", beyond)));
        // An incomplete plan has no sums yet.
        if (Array.Exists(missing, place => place.StartsWith("/financePlan", StringComparison.Ordinal)))
            yield break;
        var plan = content.FinancePlan!;
        if (CapPerSite.WhyRefused(terms, plan.Requested!.Value) is { } aboveCap)
            yield return (["/financePlan/requested"], aboveCap);
        if (FinancePlanBalance.WhyRefused(plan) is { } unbalanced)
            yield return (["/financePlan"], unbalanced);
        if (FinancePlanCategories.WhyRefused(plan, terms) is { } unknown)
            yield return (["/financePlan/lines"], unknown);
        if (PlanAgainstFinancing.WhyRefused(plan, terms) is { } unfit)
            yield return (["/financePlan/requested"], unfit);
    }
}
