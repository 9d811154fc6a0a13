using System.Diagnostics;

namespace Auridis.Grants.Benchmarks;

/// <summary>Connections that send requests as fast as they are answered.</summary>
static class Load
{
    public const int Connections = 32;

    /// <param name="request">The bytes of a connection's next request.</param>
    /// <returns>Requests that were answered in a second, and the server's processor time for each, in microseconds.</returns>
    /// <exception cref="InvalidOperationException">An answer had another status than the one expected.</exception>
    public static async Task<(double Rate, double Processor)> Run(
        Server server, TimeSpan duration, int expectedStatus, Func<ReadOnlyMemory<byte>> request)
    {
        var started = Stopwatch.GetTimestamp();
        var until = started + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var before = server.ProcessorTime;
        var counts = await Task.WhenAll(
            Enumerable.Range(0, Connections).Select(_ => Task.Run(() => Connection(server.Address, until, expectedStatus, request))));
        return (counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds,
            (server.ProcessorTime - before).TotalMicroseconds / counts.Sum());
    }

    static async Task<long> Connection(Uri address, long until, int expectedStatus, Func<ReadOnlyMemory<byte>> request)
    {
        using var client = await Client.Connect(address);
        long answered = 0;
        while (Stopwatch.GetTimestamp() < until)
        {
            await client.Ask(request(), expectedStatus);
            answered++;
        }
        return answered;
    }
}
