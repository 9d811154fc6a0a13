using FastEndpoints;

namespace Auridis.Grants.Api.Features.Clock;

/// <summary>Reads the business clock.</summary>
/// <remarks>
/// Windows, due dates and use-by dates are judged by this clock. Tokens, audit times and retries use real time.
/// </remarks>
sealed class GetClock(BusinessClock clock) : Slice<EmptyRequest, Found<GetClock.Response>>
{
    /// <param name="Now">The time that business rules read.</param>
    /// <param name="Today">Its date in Europe/Berlin.</param>
    /// <param name="IsReal">False when a tester has set the clock (Development only).</param>
    public new sealed record Response(DateTimeOffset Now, DateOnly Today, bool IsReal);

    public override void Configure()
    {
        Get("/clock");
        Policies(Can.Read);
    }

    protected override Task<Found<Response>> Answer(EmptyRequest request, CancellationToken cancel) =>
        Task.FromResult<Found<Response>>(Of(clock.Now, clock.Offset == TimeSpan.Zero));

    public static Response Of(DateTimeOffset now, bool isReal) => new(now, BusinessClock.DateOf(now), isReal);
}
