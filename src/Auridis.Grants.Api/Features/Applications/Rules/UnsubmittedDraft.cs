namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// A draft is nobody else's: only the office itself reads it, and for all others it does not exist, also when it was submitted before and
/// recalled. A draft that was withdrawn before it was ever submitted stays one.
/// </summary>
static class UnsubmittedDraft
{
    public static bool Is(Application application) =>
        application is { Status: ApplicationStatus.Draft } or { Versions: 0, Status: ApplicationStatus.Withdrawn };

    /// <summary>The same, of a row.</summary>
    public const string Condition = "(Status = 'draft' or (Status = 'withdrawn' and VersionCount = 0))";
}
