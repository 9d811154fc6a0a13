using System.Reflection;
using Auridis.Grants.Api.Platform.Html;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A document for people: 200 with a page in its own language, whatever the caller's is, or a problem.</summary>
sealed class FoundPage : IAnswer<FoundPage>, IEndpointMetadataProvider
{
    readonly Func<HttpContext, Task> answer;

    /// <param name="title">What the window is called, not yet encoded.</param>
    /// <param name="main">The content, as HTML.</param>
    /// <param name="footer">What stands below it, as HTML.</param>
    public FoundPage(string language, string title, string main, string footer) => answer = http =>
    {
        http.Response.KeepForCaller();
        return HtmlPage.Of(http, language, title, main, footer: footer).ExecuteAsync(http);
    };

    /// <param name="document">A page that was made before and is kept as it is.</param>
    /// <param name="sha256">The hash of its bytes, which is its ETag.</param>
    public FoundPage(string language, string document, string sha256) => answer = http =>
    {
        http.Response.KeepForCaller();
        http.Response.Headers.ETag = $"\"{sha256}\"";
        return HtmlPage.Show(http, language, document).ExecuteAsync(http);
    };

    FoundPage(Problem problem) => answer = http => http.Write(problem);

    public static FoundPage Refuse(Problem problem) => new(problem);

    public Task ExecuteAsync(HttpContext httpContext) => answer(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/html"]));
}
