using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>
/// Clients that send a large body to its end before they read, as most do, get the answer all the same: also when the server has refused
/// the request without reading it.
/// </summary>
[TestFixture]
[CancelAfter(Limit.OfATest)]
public sealed class LargeBodyTests
{
    const int Largest = 5 * 1024 * 1024;

    GrantsApp app = null!;

    [OneTimeSetUp]
    public async Task Start() => app = await GrantsApp.Listen(DatabaseKind.Sqlite, ("RateLimit:PermitsPerMinute", "0"));

    [OneTimeTearDown]
    public async Task Stop() => await app.DisposeAsync();

    static readonly object[] Refusals =
    [
        new object[] { "POST", "/programmes", "caseworker-1", "application/json", 413, "content-too-large" },
        new object[] { "POST", "/programmes", null!, "application/json", 401, "unauthenticated" },
        new object[] { "POST", "/programmes", "applicant-05515000", "application/json", 403, "forbidden" },
        new object[] { "POST", "/no-such-thing", "caseworker-1", "application/json", 404, "not-found" },
        new object[] { "PUT", "/programmes", "caseworker-1", "application/json", 405, "method-not-allowed" },
        new object[] { "POST", "/programmes", "caseworker-1", "text/csv", 415, "unsupported-media-type" },
        new object[] { "PUT", $"/programmes/{Guid.Empty}", "caseworker-1", "application/json", 428, "if-match-missing" },
    ];

    [Test]
    public async Task HttpClient_reads_why_a_large_body_was_refused(
        [ValueSource(nameof(Refusals))] object[] refusal, [Values(Largest - 1, 2 * Largest, 3 * Largest)] int size, [Values] bool chunked,
        CancellationToken cancel)
    {
        var (status, code) = Expected(refusal, size);
        using var request = new HttpRequestMessage(new HttpMethod((string)refusal[0]), (string)refusal[1]);
        request.Content = new StreamContent(new MemoryStream(Json(size)));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue((string)refusal[3]);
        request.Headers.TransferEncodingChunked = chunked;
        var client = refusal[2] is string person ? app.As(person) : app.With(null);

        using var response = await client.Http.SendAsync(request, cancel);

        Assert.That(((int)response.StatusCode, await Code(response, cancel)), Is.EqualTo((status, code)));
    }

    [Test]
    public async Task Who_sends_everything_before_reading_reads_the_answer(
        [ValueSource(nameof(Refusals))] object[] refusal, [Values(Largest - 1, 2 * Largest, 3 * Largest)] int size, [Values] bool chunked,
        CancellationToken cancel)
    {
        var (status, code) = Expected(refusal, size);
        using var connection = await Connect(cancel);
        var stream = connection.GetStream();

        await Send(stream, refusal, size, chunked, cancel);
        var answer = await ReadUntil(stream, "\"code\"", cancel);

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} ").And.Contain($"\"code\":\"{code}\""));
        // Nothing of the refused body is left over: the connection serves the next request.
        await stream.WriteAsync("GET /problems/busy HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), cancel);
        Assert.That(await ReadUntil(stream, "\"busy\"", cancel), Does.Contain("HTTP/1.1 200 "));
    }

    [Test]
    public async Task Too_many_requests_with_large_bodies_are_told_so(CancellationToken cancel)
    {
        await using var limited = await GrantsApp.Listen(DatabaseKind.Sqlite, ("RateLimit:PermitsPerMinuteAndAddress", "1"));
        (await limited.With(null).Get("/problems/busy")).Succeeded();
        using var content = new ByteArrayContent(Json(3 * Largest));

        using var response = await limited.With(null).Http.PostAsync("/programmes", content, cancel);

        Assert.That(((int)response.StatusCode, await Code(response, cancel)), Is.EqualTo((429, "too-many-requests")));
    }

    [Test]
    public async Task A_body_of_the_largest_size_is_read([Values] bool chunked, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/programmes") { Content = new ByteArrayContent(Json(Largest)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await app.As("caseworker-1").Http.SendAsync(request, cancel);

        // It is not what the operation expects, which says that it was read.
        Assert.That(((int)response.StatusCode, await Code(response, cancel)), Is.EqualTo((400, "missing-field")));
    }

    [Test]
    public async Task Beyond_the_bound_the_connection_is_closed([Values] bool chunked, CancellationToken cancel)
    {
        using var connection = await Connect(cancel);
        var stream = connection.GetStream();
        var size = Largest + (int)BodyLimit.Overrun + 4 * Largest;

        var closed = false;
        var reading = ReadUntil(stream, "\"code\"", cancel);
        try
        {
            await Send(stream, (object[])Refusals[0], size, chunked, cancel);
            var buffer = new byte[1];
            await reading;
            while (await stream.ReadAsync(buffer, cancel) > 0)
            {
                // The rest of the answer.
            }
            closed = true;
        }
        catch (IOException)
        {
            closed = true;
        }

        Assert.That(closed);
        Assert.That(await reading, Does.StartWith("HTTP/1.1 413 "));
    }

    [Test]
    public async Task Who_asks_before_sending_sends_nothing(CancellationToken cancel)
    {
        using var connection = await Connect(cancel);
        var stream = connection.GetStream();

        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /programmes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
            + $"Content-Length: {2 * Largest}\r\n\r\n"), cancel);

        Assert.That(await ReadUntil(stream, "\"code\"", cancel), Does.StartWith("HTTP/1.1 401 "));
    }

    /// <summary>What is refused for its size is read within the limit, and refused for what it is.</summary>
    static (int Status, string Code) Expected(object[] refusal, int size) => ((int)refusal[4], size) switch
    {
        (413, < Largest) => (400, "missing-field"),
        var (status, _) => (status, (string)refusal[5]),
    };

    async Task<TcpClient> Connect(CancellationToken cancel)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(app.Address.Host, app.Address.Port, cancel);
        return connection;
    }

    async Task Send(NetworkStream stream, object[] refusal, int size, bool chunked, CancellationToken cancel)
    {
        var head = new StringBuilder($"{refusal[0]} {refusal[1]} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {refusal[3]}\r\n");
        if (refusal[2] is string person)
        {
            var token = app.As(person).Http.DefaultRequestHeaders.Authorization!.Parameter;
            head.Append(System.Globalization.CultureInfo.InvariantCulture, $"Authorization: Bearer {token}\r\n");
        }
        head.Append(chunked ? "Transfer-Encoding: chunked\r\n\r\n" : $"Content-Length: {size}\r\n\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.ToString()), cancel);
        var body = Json(size);
        foreach (var piece in body.Chunk(64 * 1024))
        {
            if (chunked)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"), cancel);
            await stream.WriteAsync(piece, cancel);
            if (chunked)
                await stream.WriteAsync("\r\n"u8.ToArray(), cancel);
        }
        if (chunked)
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), cancel);
    }

    static byte[] Json(int size) => [.. "{\"code\":\""u8, .. Enumerable.Repeat((byte)'A', size - 11), .. "\"}"u8];

    static async Task<string> Code(HttpResponseMessage response, CancellationToken cancel) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancel)).RootElement.GetProperty("code").GetString()!;

    static async Task<string> ReadUntil(NetworkStream stream, string text, CancellationToken cancel)
    {
        var read = new StringBuilder();
        var buffer = new byte[4096];
        while (!read.ToString().Contains(text, StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(buffer, cancel) is not (> 0 and var count))
                break;
            read.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }
        return read.ToString();
    }
}
