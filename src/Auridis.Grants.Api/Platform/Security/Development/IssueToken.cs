using System.Text;

namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>
/// Issues a token (RFC 6749): for the code of a person who has signed in, for the machine client, or for a user name alone, so that
/// <c>curl</c> can sign in too.
/// </summary>
static class IssueToken
{
    public static async Task<IResult> Handle(HttpContext http, DevelopmentIssuer issuer, AuthorizationCodes codes)
    {
        http.Response.Headers.CacheControl = "no-store";
        var form = await OAuthParameters.ReadForm(http.Request);
        if (form.WhyUnreadable is { } reason)
            return Refuse("invalid_request", reason);
        if (form.Repeated(Names) is { } repeated)
            return Refuse("invalid_request", $"{repeated} is sent more than once.");
        return form["grant_type"] switch
        {
            "" => Refuse("invalid_request", "The grant_type is missing."),
            "authorization_code" => ForCode(form, issuer, codes),
            "client_credentials" => ForMachine(http, form, issuer),
            "password" => ForName(form, issuer),
            _ => Refuse("unsupported_grant_type", "The grant_type must be authorization_code, client_credentials or password."),
        };
    }

    static readonly string[] Names =
        ["grant_type", "code", "client_id", "client_secret", "redirect_uri", "code_verifier", "username"];

    static IResult ForCode(OAuthParameters form, DevelopmentIssuer issuer, AuthorizationCodes codes) =>
        codes.Redeem(
            form["code"],
            form["client_id"],
            form["redirect_uri"],
            form["code_verifier"]) is { } person
            ? Token(issuer.TokenFor(person))
            : Refuse("invalid_grant", "The code is unknown, used or expired, or client_id, redirect_uri or code_verifier does not fit it.");

    static IResult ForMachine(HttpContext http, OAuthParameters form, DevelopmentIssuer issuer)
    {
        var job = DemoPersons.ExportJob;
        if (ClientOf(http.Request, form) == (job.ClientId, job.Secret))
            return Token(issuer.TokenFor(job));
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"development\"";
        return Refuse("invalid_client", "The client or its secret is wrong.", StatusCodes.Status401Unauthorized);
    }

    static IResult ForName(OAuthParameters form, DevelopmentIssuer issuer) =>
        DemoPersons.Find(form["username"]) is { } person
            ? Token(issuer.TokenFor(person))
            : Refuse(
                "invalid_grant",
                "The username must be one of the demo's staff, such as caseworker-1, or applicant- and the AGS of an office.");

    /// <summary>From HTTP Basic, whose two halves are form-encoded (RFC 6749, section 2.3.1), or from the form.</summary>
    static (string Id, string Secret) ClientOf(HttpRequest http, OAuthParameters form)
    {
        var header = http.Headers.Authorization.ToString();
        var buffer = new byte[header.Length];
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(header[6..], buffer, out var length))
            return (form["client_id"], form["client_secret"]);
        var halves = Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2);
        return (Uri.UnescapeDataString(halves[0]), Uri.UnescapeDataString(halves.ElementAtOrDefault(1) ?? ""));
    }

    static IResult Token(string token) => Results.Json(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["access_token"] = token,
        ["token_type"] = "Bearer",
        ["expires_in"] = (long)DevelopmentIssuer.Lifetime.TotalSeconds,
    });

    static IResult Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) => Results.Json(
        new Dictionary<string, object>(StringComparer.Ordinal) { ["error"] = error, ["error_description"] = description },
        statusCode: status);
}
