using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Clock;

sealed class ClockExamples : IExamples
{
    public static IReadOnlyList<Example> All =>
    [
        Example.Of<GetClock>(new GetClock.Response(Example.At(2018, 10, 1), new DateOnly(2018, 10, 1), IsReal: true)),
        Example.Of<SetClock>(
            new GetClock.Response(Example.At(2018, 10, 1), new DateOnly(2018, 10, 1), IsReal: false),
            new SetClock.Request(new DateTimeOffset(2018, 10, 1, 7, 0, 0, TimeSpan.Zero))),
    ];
}
