namespace Auridis.Grants.Api.Http;

/// <summary>Answers HEAD on every route that answers GET: the same headers, no body. Stands before routing.</summary>
sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await next(http);
            return;
        }
        http.Request.Method = HttpMethods.Get;
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
}
