namespace Auridis.Grants.Api.Platform.Http;

static class PathValues
{
    /// <summary>A parameter of the path, composed (NFC) as every text that comes in.</summary>
    public static string PathValue(this HttpContext http, string name) => Characters.Compose((string)http.Request.RouteValues[name]!);
}
