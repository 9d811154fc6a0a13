using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>Answers HEAD on every route that answers GET, and says so in Allow: the same headers, no body. Stands before routing.</summary>
sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            // Routing names the methods that routes are mapped for.
            if (http.Response is { StatusCode: StatusCodes.Status405MethodNotAllowed, HasStarted: false }
                && http.Response.Headers.GetCommaSeparatedValues(HeaderNames.Allow).Contains(HttpMethods.Get))
                http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Allow, HttpMethods.Head);
            return;
        }
        http.Request.Method = HttpMethods.Get;
        http.Features.Set(NoBody.Instance);
        var body = http.Response.Body;
        http.Response.Body = Stream.Null;
        try
        {
            await next(http);
        }
        finally
        {
            // The server decides by the method whether an answer may come without the body that its Content-Length announces.
            http.Request.Method = HttpMethods.Head;
            http.Response.Body = body;
        }
    }

    public sealed class NoBody
    {
        public static readonly NoBody Instance = new();
    }
}

static class HeadRequestsOf
{
    /// <summary>The caller sees the headers of the answer, and nothing of what it says.</summary>
    public static bool LeavesBodyOut(this HttpContext http) => http.Features.Get<HeadRequests.NoBody>() is not null;
}
