using System.Buffers;
using System.Text.Json;

namespace Auridis.Grants.Api.Platform.Http;

static class JsonAnswer
{
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>What a thread keeps for its next answer. A longer one is rare, and its buffer goes.</summary>
    const int Kept = 256 * 1024;

    static readonly JsonWriterOptions Options = new() { Encoder = Json.Options.Encoder, SkipValidation = true };

    [ThreadStatic]
    static ArrayBufferWriter<byte>? buffer;

    /// <summary>
    /// Writes a body that says how long it is, so that it leaves with its headers: one that comes in chunks takes the server a second write
    /// for its end, and the caller a second read.
    /// </summary>
    public static Task WriteJson<T>(this HttpResponse response, T value)
    {
        var body = buffer ??= new ArrayBufferWriter<byte>(16 * 1024);
        body.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(body, Options))
            JsonSerializer.Serialize(json, value, Json.Options);
        response.ContentType = ContentType;
        response.ContentLength = body.WrittenCount;
        // A copy: the thread may serve another request before this one is sent.
        response.BodyWriter.Write(body.WrittenSpan);
        if (body.Capacity > Kept)
            buffer = null;
        var sent = response.BodyWriter.FlushAsync(response.HttpContext.RequestAborted);
        return sent.IsCompletedSuccessfully ? Task.CompletedTask : sent.AsTask();
    }
}
