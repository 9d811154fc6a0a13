using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Auridis.Grants.Benchmarks;

/// <summary>
/// Keep-alive connections that send requests as fast as they are answered; raw sockets, so that the server gets the processor.
/// </summary>
static class Load
{
    public const int Connections = 32;

    /// <param name="request">The bytes of a connection's next request.</param>
    /// <returns>Requests that were answered in a second.</returns>
    /// <exception cref="InvalidOperationException">An answer had another status than the one expected.</exception>
    public static async Task<double> Run(Uri address, TimeSpan duration, int expectedStatus, Func<int, ReadOnlyMemory<byte>> request)
    {
        var until = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections)
            .Select(number => Task.Run(() => Connection(address, until, expectedStatus, () => request(number)))));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    static async Task<long> Connection(Uri address, long until, int expectedStatus, Func<ReadOnlyMemory<byte>> request)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var buffer = new byte[256 * 1024];
        long answered = 0;
        while (Stopwatch.GetTimestamp() < until)
        {
            await socket.SendAsync(request());
            var status = await Read(socket, buffer);
            if (status.Code != expectedStatus)
                throw new InvalidOperationException(
                    $"Expected {expectedStatus}: {Encoding.UTF8.GetString(buffer, 0, Math.Min(status.Length, 2000))}");
            answered++;
        }
        return answered;
    }

    static async Task<(int Code, int Length)> Read(Socket socket, byte[] buffer)
    {
        var length = 0;
        while (true)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (count == 0)
                throw new IOException("The server has closed the connection.");
            length += count;
            if (IsWhole(buffer.AsSpan(0, length)))
                return (int.Parse(buffer.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), length);
        }
    }

    /// <summary>The answer has arrived with all of its body; the servers say how long it is, or send it in chunks.</summary>
    static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = answer[..end];
        var field = head.IndexOf("Content-Length: "u8);
        if (field < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        return Utf8Parser.TryParse(head[(field + "Content-Length: ".Length)..], out int body, out _) && answer.Length >= end + 4 + body;
    }
}
