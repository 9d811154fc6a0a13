using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>A formal check answers each item of the programme's checklist, and no other.</summary>
static class CompleteChecklist
{
    /// <summary>
    /// The problem with items that are not exactly the programme's; null when they are. Each code stands once in either list.
    /// </summary>
    public static Problem? WhyRefused(IReadOnlyList<CheckedItem> items, IReadOnlyList<ProgrammeItem> checks)
    {
        var missing = checks.Select(check => check.Code).Except(items.Select(item => item.Check), StringComparer.Ordinal).ToArray();
        var unknown = items.Select(item => item.Check).Except(checks.Select(check => check.Code), StringComparer.Ordinal).ToArray();
        return missing is [] && unknown is []
            ? null
            : ApplicationProblems.ChecklistIncomplete.With(("missing", missing), ("unknown", unknown));
    }
}
