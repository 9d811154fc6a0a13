using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Auridis.Grants.Benchmarks;

/// <summary>A keep-alive connection on a raw socket, so that the server gets the processor.</summary>
sealed class Client : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly byte[] buffer = new byte[512 * 1024];

    public static async Task<Client> Connect(Uri address)
    {
        var client = new Client();
        await client.socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return client;
    }

    /// <summary>Sends a request and reads its answer to the end.</summary>
    /// <exception cref="InvalidOperationException">The answer has another status than the one expected.</exception>
    public async Task Ask(ReadOnlyMemory<byte> request, int expectedStatus)
    {
        await socket.SendAsync(request);
        var length = 0;
        do
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (count == 0)
                throw new IOException("The server has closed the connection.");
            length += count;
        }
        while (!IsWhole(buffer.AsSpan(0, length)));
        if (int.Parse(buffer.AsSpan(9, 3), CultureInfo.InvariantCulture) != expectedStatus)
        {
            throw new InvalidOperationException(
                $"Expected {expectedStatus}: {Encoding.UTF8.GetString(buffer, 0, Math.Min(length, 2000))}");
        }
    }

    public static ReadOnlyMemory<byte> Get(string path, string token) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer {token}\r\n\r\n");

    /// <param name="headers">Further headers, each with its line end.</param>
    public static ReadOnlyMemory<byte> Post(string path, string token, string key, string body, string headers = "") =>
        Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
            + $"Idempotency-Key: {key}\r\n{headers}Authorization: Bearer {token}\r\n\r\n{body}");

    public void Dispose() => socket.Dispose();

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
