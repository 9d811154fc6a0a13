namespace Auridis.Grants.Api.Platform.Database;

/// <summary>Where a change comes from.</summary>
/// <param name="Actor">The person or machine, or <c>system</c>.</param>
/// <param name="RequestId">The request's trace id.</param>
/// <param name="At">Real time of the change, UTC, in whole milliseconds.</param>
sealed record Author(string Actor, string RequestId, DateTimeOffset At)
{
    /// <summary>The product itself: reference data, maintenance.</summary>
    public static Author System(TimeProvider time) => new("system", "system", time.GetUtcNow().ToMilliseconds());
}
