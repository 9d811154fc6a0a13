using System.Reflection;
using System.Text.Json;
using Auridis.Grants.Api.Platform.Observability;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>What a slice answers: its own result, or a problem.</summary>
interface IAnswer<TSelf> : IResult
    where TSelf : IAnswer<TSelf>
{
    static abstract TSelf Refuse(Problem problem);
}

static class Caching
{
    /// <summary>What one caller sees is not for the next one: caches keep it for that caller, and ask again.</summary>
    public static void KeepForCaller(this HttpResponse response)
    {
        response.Headers.CacheControl = "private, no-cache";
        // Compression would name Accept-Encoding only where there is a body, and a 304 has the Vary of its 200 (RFC 9110, section 15.4.5).
        response.Headers.Append(HeaderNames.Vary, "Authorization, Accept-Encoding");
    }
}

/// <summary>A resource that was read: 200 with its ETag, 304 when the caller has that version, or a problem.</summary>
sealed class Found<T> : IAnswer<Found<T>>, IEndpointMetadataProvider
{
    readonly T? value;
    readonly Problem? problem;

    Found(T? value, Problem? problem) => (this.value, this.problem) = (value, problem);

    public static implicit operator Found<T>(T value) => new(value, null);

    public static implicit operator Found<T>(Problem problem) => new(default, problem);

    public static implicit operator Found<T>(Outcome<T> outcome) => outcome.Succeeded ? outcome.Value : (Problem)outcome.Refusal;

    public static Found<T> Refuse(Problem problem) => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null)
            return httpContext.Write(problem);
        httpContext.Response.KeepForCaller();
        if (ETag.Of(value) is { } tag)
        {
            httpContext.Response.Headers.ETag = tag;
            if (value is not IView && ETag.IsKnown(httpContext.Request, tag))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }
        return httpContext.Response.WriteAsJsonAsync(value, Json.Options, "application/json; charset=utf-8", httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>A file that was read: 200 with its hash as ETag, 304 when the caller has it, or a problem.</summary>
sealed class FoundFile : IAnswer<FoundFile>, IEndpointMetadataProvider
{
    readonly FileContentHttpResult? file;
    readonly Problem? problem;

    FoundFile(FileContentHttpResult? file, Problem? problem) => (this.file, this.problem) = (file, problem);

    public static implicit operator FoundFile(FileContentHttpResult file) => new(file, null);

    public static implicit operator FoundFile(Problem problem) => new(null, problem);

    public static FoundFile Refuse(Problem problem) => problem;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (file is null)
            return httpContext.Write(problem!);
        httpContext.Response.KeepForCaller();
        return file.ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(FileContentHttpResult), ["text/csv"]));
}

/// <summary>The answer to a change: 200 with the resource as it is now, or a problem.</summary>
sealed class Changed<T>(Outcome<StoredAnswer> outcome) : IAnswer<Changed<T>>, IEndpointMetadataProvider
{
    public static Changed<T> Refuse(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext) => StoredAnswer.Write(httpContext, outcome);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>The answer to a change that makes a resource: 201 with its Location, or a problem.</summary>
sealed class Created<T>(Outcome<StoredAnswer> outcome) : IAnswer<Created<T>>, IEndpointMetadataProvider
{
    public static Created<T> Refuse(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext) => StoredAnswer.Write(httpContext, outcome);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}

/// <summary>The answer to a change that leaves no resource behind: 204, or a problem.</summary>
sealed class Deleted : IAnswer<Deleted>, IEndpointMetadataProvider
{
    readonly Problem? problem;

    Deleted(Problem? problem) => this.problem = problem;

    public static implicit operator Deleted(Outcome<Done> outcome) => new((Problem?)outcome.Refusal);

    public static Deleted Refuse(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null)
            return httpContext.Write(problem);
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent));
}

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
        http.Response.ContentType = "application/json; charset=utf-8";
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
