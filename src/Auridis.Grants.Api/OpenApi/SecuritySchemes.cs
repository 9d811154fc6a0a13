using Auridis.Grants.Api.Security.Development;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.OpenApi;

/// <summary>How a caller proves who it is.</summary>
static class SecuritySchemes
{
    const string OAuth2 = "oauth2";
    const string Bearer = "bearer";

    /// <summary>Either scheme will do: both end in a bearer token.</summary>
    public static List<OpenApiSecurityRequirement> Requirements(OpenApiDocument document) =>
    [
        .. document.Components!.SecuritySchemes!.Keys
            .Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] }),
    ];

    public static Dictionary<string, IOpenApiSecurityScheme> Of(bool hasDevelopmentIssuer)
    {
        var schemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        if (hasDevelopmentIssuer)
            schemes[OAuth2] = Development;
        schemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of your OIDC authority, for the audience `auridis-grants`, with the roles in the claim `roles`.",
        };
        return schemes;
    }

    static OpenApiSecurityScheme Development => new()
    {
        Type = SecuritySchemeType.OAuth2,
        Description = Prose.Unwrap($"""
            Development only: choose any person of the demo and sign in without a password.
            The machine client is `{DemoPersons.ExportJob.ClientId}` with the secret `{DemoPersons.ExportJob.Secret}`.
            """),
        Flows = new OpenApiOAuthFlows
        {
            AuthorizationCode = new OpenApiOAuthFlow
            {
                AuthorizationUrl = new Uri("/development/authorize", UriKind.Relative),
                TokenUrl = new Uri("/development/token", UriKind.Relative),
                Scopes = new Dictionary<string, string>(StringComparer.Ordinal),
            },
            ClientCredentials = new OpenApiOAuthFlow
            {
                TokenUrl = new Uri("/development/token", UriKind.Relative),
                Scopes = new Dictionary<string, string>(StringComparer.Ordinal),
            },
        },
    };
}
