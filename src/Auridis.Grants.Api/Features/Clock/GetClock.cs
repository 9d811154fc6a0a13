using FastEndpoints;

namespace Auridis.Grants.Api.Features.Clock;

/// <summary>Reads the business clock.</summary>
/// <remarks>
/// Application windows, due dates and booking dates are judged by this clock. Tokens, audit times and retries use real time.
/// </remarks>
sealed class GetClock(BusinessClock clock) : Slice<EmptyRequest, Found<ClockReading>>
{
    public override void Configure()
    {
        Get("/clock");
        Policies(Can.Read);
    }

    protected override Task<Found<ClockReading>> Answer(EmptyRequest request, CancellationToken cancel) =>
        Task.FromResult<Found<ClockReading>>(ClockReading.Of(clock.Now, clock.Offset == TimeSpan.Zero));
}
