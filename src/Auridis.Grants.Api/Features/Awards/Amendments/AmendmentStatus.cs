namespace Auridis.Grants.Api.Features.Awards;

/// <summary><c>proposed → endorsed → approved</c>, <c>proposed | endorsed → refused | withdrawn</c>.</summary>
static class AmendmentStatus
{
    /// <summary>The office has proposed it: it waits for a caseworker.</summary>
    public const string Proposed = "proposed";

    /// <summary>A caseworker stands by it: it waits for a decider.</summary>
    public const string Endorsed = "endorsed";

    /// <summary>It is in force, as a version of the award.</summary>
    public const string Approved = "approved";

    /// <summary>The award stays as it is.</summary>
    public const string Refused = "refused";

    /// <summary>Taken back by the side that proposed it.</summary>
    public const string Withdrawn = "withdrawn";
}
