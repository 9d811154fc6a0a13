using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;

namespace Auridis.Grants.Api.Clock;

/// <summary>Reads the business clock.</summary>
sealed class GetClock : IEndpoint
{
    /// <param name="Now">The time that business rules read.</param>
    /// <param name="Today">Its date in Europe/Berlin.</param>
    /// <param name="IsReal">False when a tester has set the clock (Development only).</param>
    public sealed record Response(DateTimeOffset Now, DateOnly Today, bool IsReal);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/clock", Handle)
        .RequireAuthorization(Policies.CanRead)
        .Describe("getClock", "Reads the business clock",
            "Windows, due dates and use-by dates are judged by this clock. Tokens, audit times and retries use real time.");

    static Found<Response> Handle(BusinessClock clock) => Of(clock.Now, clock.Offset == TimeSpan.Zero);

    public static Response Of(DateTimeOffset now, bool isReal) => new(now, BusinessClock.DateOf(now), isReal);
}
