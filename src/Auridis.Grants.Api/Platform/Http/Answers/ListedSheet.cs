using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A list that was read: 200 with a page of it, or with all of it as a CSV file; or a problem.</summary>
sealed class ListedSheet<T> : IAnswer<ListedSheet<T>>, IEndpointMetadataProvider
{
    readonly Func<HttpContext, Task> answer;

    ListedSheet(Func<HttpContext, Task> answer) => this.answer = answer;

    public static implicit operator ListedSheet<T>(Outcome<ListOf<T>> outcome) => outcome.Succeeded
        ? new(http =>
        {
            http.LinkNext(outcome.Value);
            return Found(http).WriteJson(outcome.Value);
        })
        : Refuse((Problem)outcome.Refusal);

    public static implicit operator ListedSheet<T>(Outcome<SheetFile> outcome) => outcome.Succeeded
        ? new(http => TypedResults.Bytes(outcome.Value.Content, CsvDocument.ContentType, outcome.Value.Name)
            .ExecuteAsync(Found(http).HttpContext))
        : Refuse((Problem)outcome.Refusal);

    public static ListedSheet<T> Refuse(Problem problem) => new(http => http.Write(problem));

    /// <summary>Whether the caller would rather have the file.</summary>
    public static bool IsAskedFor(HttpContext http) => http.Request.Prefers("text/csv", over: "application/json");

    public Task ExecuteAsync(HttpContext httpContext) => answer(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ListOf<T>), ["application/json", "text/csv"]));

    static HttpResponse Found(HttpContext http)
    {
        http.Response.KeepForCaller();
        http.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return http.Response;
    }
}

/// <summary>A list as a file.</summary>
sealed record SheetFile(string Name, byte[] Content);
