using System.Diagnostics;
using System.Text.Json;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Writes a problem as RFC 9457 says, in the language of the request.</summary>
static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    public static async Task Write(this HttpContext http, Problem problem)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = problem.Uri(http.Request),
            ["title"] = problem.Title.Current,
            ["status"] = problem.Status,
            ["detail"] = problem.Sentence(),
            ["instance"] = http.Request.Path.ToUriComponent(),
            ["code"] = problem.Code,
            ["traceId"] = http.TraceId(),
        };
        foreach (var (name, value) in problem.Figures)
            members.TryAdd(name, value is ActedAs acted ? acted.Code : value);
        if (problem.Errors is not null)
            members["errors"] = problem.Errors;
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.ContentLanguage = Bilingual.Language;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = ContentType;
        await JsonSerializer.SerializeAsync(http.Response.Body, members, Json.Options, http.RequestAborted);
    }

    /// <summary>What finds this request in the logs and traces.</summary>
    public static string TraceId(this HttpContext http) => Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
}
