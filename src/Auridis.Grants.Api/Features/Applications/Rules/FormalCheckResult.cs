namespace Auridis.Grants.Api.Features.Applications;

/// <summary>An application is eligible when it meets every item of the checklist, and ineligible otherwise.</summary>
static class FormalCheckResult
{
    /// <returns>The status that the application gets.</returns>
    public static string Of(IReadOnlyList<CheckedItem> items) =>
        items.All(item => item.Met) ? ApplicationStatus.Eligible : ApplicationStatus.Ineligible;
}
