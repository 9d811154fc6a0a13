namespace Auridis.Grants.Api.Features.Clock;

/// <summary>What the business clock shows.</summary>
/// <param name="Now">The time that business rules read.</param>
/// <param name="Today">Its date in Europe/Berlin.</param>
/// <param name="IsReal">False when a tester has set the clock (Development only).</param>
sealed record ClockReading(DateTimeOffset Now, DateOnly Today, bool IsReal)
{
    public static ClockReading Of(DateTimeOffset now, bool isReal) => new(now, BusinessClock.DateOf(now), isReal);
}
