using System.Text.Json;
using Auridis.Grants.Api.Platform.Observability;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A success as it is sent, and as it is kept for a retry with the same Idempotency-Key.</summary>
sealed class StoredAnswer
{
    public required int Status { get; init; }
    public required string? ETag { get; init; }
    public required string? Location { get; init; }
    public required byte[] Body { get; init; }

    /// <summary>The effect was made by an earlier request with the same key.</summary>
    public bool IsReplay { get; init; }

    public static StoredAnswer Of<T>(int status, T value, string? location) => new()
    {
        Status = status,
        ETag = Http.ETag.Of(value),
        Location = location,
        Body = JsonSerializer.SerializeToUtf8Bytes(value, Json.Options),
    };

    public static async Task Write(HttpContext http, Outcome<StoredAnswer> outcome)
    {
        if (!outcome.Succeeded)
        {
            await http.Write((Problem)outcome.Refusal);
            return;
        }
        var answer = outcome.Value;
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = JsonAnswer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        http.Response.Headers.CacheControl = "no-store";
        if (answer.ETag is not null)
            http.Response.Headers.ETag = answer.ETag;
        if (answer.Location is not null)
            http.Response.Headers.Location = answer.Location;
        if (answer.IsReplay)
        {
            http.Response.Headers["Idempotency-Replayed"] = "true";
            Instruments.Replays.Add(1);
        }
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }
}
