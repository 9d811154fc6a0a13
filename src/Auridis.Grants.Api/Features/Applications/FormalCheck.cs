using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>The formal check of an application.</summary>
/// <param name="Items">Each item of the programme's checklist.</param>
/// <param name="Reason">Why the application is ineligible; null when it is eligible.</param>
/// <param name="CheckedBy">The caseworker, as issuer#subject.</param>
/// <param name="CheckedAt">When, by the business clock.</param>
sealed record FormalCheck(IReadOnlyList<CheckedItem> Items, string? Reason, string CheckedBy, DateTimeOffset CheckedAt)
{
    /// <summary>What the items come to: all met is eligible.</summary>
    public static string StatusOf(IReadOnlyList<CheckedItem> items) =>
        items.All(item => item.Met) ? ApplicationStatus.Eligible : ApplicationStatus.Ineligible;

    /// <summary>Refuses items that are not exactly the programme's; null when they are. Each code stands once in either list.</summary>
    public static Problem? Checklist(IReadOnlyList<CheckedItem> items, IReadOnlyList<ProgrammeItem> checks)
    {
        var missing = checks.Select(check => check.Code).Except(items.Select(item => item.Check), StringComparer.Ordinal).ToArray();
        var unknown = items.Select(item => item.Check).Except(checks.Select(check => check.Code), StringComparer.Ordinal).ToArray();
        return missing is [] && unknown is [] ? null : ApplicationProblems.ChecklistIncomplete.With(("missing", missing), ("unknown", unknown));
    }
}

/// <summary>An item of the checklist, answered.</summary>
/// <param name="Check">The item's code in the programme.</param>
/// <param name="Met">Whether the application meets it.</param>
/// <param name="Remark">What the office is to know about it, up to 1,000 characters; null for nothing.</param>
sealed record CheckedItem(string Check, bool Met, string? Remark = null);
