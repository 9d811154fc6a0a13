using System.Reflection;
using Auridis.Grants.Api.Platform.Html;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Features.ProblemPages;

/// <summary>The documentation of problems: as JSON, or as a page where the caller would rather have one.</summary>
sealed class ProblemPage<T> : IAnswer<ProblemPage<T>>, IEndpointMetadataProvider
    where T : notnull
{
    readonly Func<HttpContext, Task> answer;

    ProblemPage(Func<HttpContext, Task> answer) => this.answer = answer;

    /// <summary>A browser wants text/html most. A program that names JSON, or takes anything, gets JSON.</summary>
    /// <param name="content">What is documented.</param>
    /// <param name="title">The title of the page.</param>
    /// <param name="html">The content of the page.</param>
    public static ProblemPage<T> Of(T content, string title, Func<string> html) => new(http =>
    {
        http.Response.KeepForCaller();
        http.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language");
        http.Response.Headers.ContentLanguage = Bilingual.Language;
        var page = http.Request.Prefers("text/html", over: "application/json")
            ? HtmlPage.Of(http, Bilingual.Language, title, html())
            : TypedResults.Json(content, Json.Options);
        return page.ExecuteAsync(http);
    });

    public static ProblemPage<T> Refuse(Problem problem) => new(http => http.Write(problem));

    public Task ExecuteAsync(HttpContext httpContext) => answer(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json", "text/html"]));
}
