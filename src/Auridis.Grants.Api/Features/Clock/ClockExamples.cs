using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Clock;

sealed class ClockExamples : IExamples
{
    static readonly SetClock.Request Opening = new(new DateTimeOffset(2018, 10, 1, 8, 0, 0, TimeSpan.Zero));

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<GetClock>(ClockReading.Of(Example.At(2018, 10, 1), isReal: true)),
        Example.Of<SetClock>(ClockReading.Of(Opening.Now, isReal: false), Opening),
    ];
}
