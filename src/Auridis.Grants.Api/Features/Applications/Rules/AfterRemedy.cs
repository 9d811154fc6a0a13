namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// An application that was turned down is decided on again only after a remedy, with a reason and by two people: it becomes eligible, and a
/// formal check that it failed stands as overruled.
/// </summary>
static class AfterRemedy
{
    /// <summary>The states from which an application is reopened.</summary>
    public static readonly string[] States = [ApplicationStatus.Ineligible, ApplicationStatus.Rejected];

    public static bool CanReopen(Application application) => States.Contains(application.Status, StringComparer.Ordinal);

    /// <summary>A check that the application passed stays as it is.</summary>
    public static FormalCheck Overrule(FormalCheck check) =>
        FormalCheckResult.Of(check.Items) == ApplicationStatus.Ineligible ? check with { Overruled = true } : check;
}
