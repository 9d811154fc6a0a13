namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What an amendment changes.</summary>
static class AmendmentKind
{
    /// <summary>What is planned moves between the lines, or between own and third-party money; the grant stays.</summary>
    public const string Shift = "shift";

    /// <summary>The funding period ends later, without more money.</summary>
    public const string Extension = "extension";

    /// <summary>The grant becomes smaller.</summary>
    public const string Reduction = "reduction";

    /// <summary>The grant becomes larger.</summary>
    public const string Increase = "increase";
}
