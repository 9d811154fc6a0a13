namespace Auridis.Grants.Api.Platform.Http;

/// <summary>An answer that shows one page of many, and says where the next one begins.</summary>
interface IContinued
{
    /// <summary>What to send as <c>cursor</c> for the next page; null on the last one.</summary>
    string? NextCursor { get; }
}

static class PageLinks
{
    /// <summary>Names the path of the next page in the header <c>Link</c>, where there is one.</summary>
    public static void LinkNext(this HttpContext http, IContinued page)
    {
        if (page.NextCursor is null)
            return;
        var query = http.Request.Query
            .Where(parameter => !parameter.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase))
            .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value))
            .Append(KeyValuePair.Create("cursor", (string?)page.NextCursor));
        http.Response.Headers.Link = $"<{http.Request.PathBase + http.Request.Path}{QueryString.Create(query)}>; rel=\"next\"";
    }
}
