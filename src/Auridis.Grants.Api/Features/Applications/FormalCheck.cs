namespace Auridis.Grants.Api.Features.Applications;

/// <summary>The formal check of an application.</summary>
/// <param name="Items">Each item of the programme's checklist.</param>
/// <param name="Reason">Why the application is ineligible; null when it is eligible.</param>
/// <param name="CheckedBy">The caseworker, as issuer#subject; null for the office that applies and for reviewers of its
/// application.</param>
/// <param name="CheckedOn">The day of the check.</param>
/// <param name="Overruled">Whether the application was found ineligible and reopened after a remedy.</param>
sealed record FormalCheck(
    IReadOnlyList<CheckedItem> Items, string? Reason, string? CheckedBy, DateOnly CheckedOn, bool Overruled = false);

/// <summary>An item of the checklist, answered.</summary>
/// <param name="Check">The item's code in the programme.</param>
/// <param name="Met">Whether the application meets it.</param>
/// <param name="Remark">A remark for the office, up to 1,000 characters; null for none.</param>
sealed record CheckedItem(string Check, bool Met, string? Remark = null);
