namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>Says where the endpoints of the built-in issuer are (RFC 8414).</summary>
static class GetConfiguration
{
    public static IResult Handle(HttpRequest http)
    {
        var root = $"{http.Scheme}://{http.Host}{http.PathBase}/development";
        return Results.Json(new
        {
            issuer = DevelopmentIssuer.Issuer,
            authorization_endpoint = $"{root}/authorize",
            token_endpoint = $"{root}/token",
            jwks_uri = $"{root}/jwks",
            response_types_supported = (string[])["code"],
            grant_types_supported = (string[])["authorization_code", "client_credentials", "password"],
            code_challenge_methods_supported = (string[])["S256"],
            token_endpoint_auth_methods_supported = (string[])["none", "client_secret_basic", "client_secret_post"],
        });
    }
}
