namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// <c>draft → proposed → confirmed → published</c>; <c>proposed | confirmed → sent-back → proposed</c>. A confirmed selection can be
/// sent back too: when its places were taken meanwhile, it cannot be published as it is.
/// </summary>
static class SelectionStatus
{
    public const string Draft = "draft";

    /// <summary>Somebody stands by it, and another person is to confirm it.</summary>
    public const string Proposed = "proposed";

    /// <summary>It is to be revised.</summary>
    public const string SentBack = "sent-back";

    /// <summary>Two people stand by it.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>The applications are decided, the awards offered.</summary>
    public const string Published = "published";
}
