namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// What an office has never submitted is nobody else's: only the office itself reads it, and for all others it does not exist. A draft that
/// was withdrawn stays one.
/// </summary>
static class UnsubmittedDraft
{
    public static bool Is(Application application) =>
        application is { Versions: 0, Status: ApplicationStatus.Draft or ApplicationStatus.Withdrawn };

    /// <summary>The same, of a row.</summary>
    public const string Condition = "(Status in ('draft', 'withdrawn') and VersionCount = 0)";
}
