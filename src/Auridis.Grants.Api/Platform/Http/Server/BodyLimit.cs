using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Lets nobody read more of a body than the limit, or than its route takes, and lets the body of a refused request run out. Many clients
/// send all of it before they read: a server that answers and hangs up resets the connection under them, and its answer is lost.
/// </summary>
sealed class BodyLimit(RequestDelegate next, IConfiguration configuration)
{
    /// <summary>How much is thrown away beyond the limit; whoever sends more is cut off.</summary>
    public const long Overrun = 16 * 1024 * 1024;

    /// <summary>The server's own patience is five seconds: too short for some megabytes on an ordinary line.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly long limit = HttpSettings.Read(configuration).MaxBodyBytes;

    public Task InvokeAsync(HttpContext http) =>
        http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false } ? next(http) : WithBody(http);

    async Task WithBody(HttpContext http)
    {
        var body = http.Request.Body;
        // Of a body that says how long it is the server reads no more.
        if (!(http.Request.ContentLength <= limit))
            http.Request.Body = new LimitedBody(body, http.Request.ContentLength ?? 0, () => LimitOf(http));
        await next(http);
        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && IsStillSent(http.Request))
        {
            await http.Response.CompleteAsync();
            await RunOut(body, http.RequestAborted);
        }
    }

    /// <summary>Known when the body is read: by then it is known which route takes it.</summary>
    long LimitOf(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<LargestBody>()?.Bytes ?? limit;

    /// <summary>In HTTP/2 one stream ends without the connection. Who asks before sending (100-continue) sends nothing now.</summary>
    static bool IsStillSent(HttpRequest request) =>
        (HttpProtocol.IsHttp11(request.Protocol) || HttpProtocol.IsHttp10(request.Protocol))
        && !request.Headers.ContainsKey(HeaderNames.Expect);

    static async Task RunOut(Stream body, CancellationToken hungUp)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(hungUp);
        enough.CancelAfter(Patience);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await body.ReadAsync(buffer, enough.Token) > 0)
            {
                // Nobody wants it.
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or InvalidOperationException)
        {
            // Too much, too slow, or hung up: the server closes the connection.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>A body of which nobody has said that it is short enough.</summary>
    sealed class LimitedBody(Stream body, long announced, Func<long> limit) : Stream
    {
        long read;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        /// <exception cref="BadHttpRequestException">413: there is more than the limit.</exception>
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Require(announced);
            var count = await body.ReadAsync(buffer, cancellationToken);
            read += count;
            Require(read);
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        void Require(long length)
        {
            if (length > limit())
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
