using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>How a caller proves who it is.</summary>
static class SecuritySchemes
{
    const string Person = "person";
    const string Bearer = "bearer";
    const string Machine = "machine";

    const string Validation = "Tokens are validated as RFC8725 says: issuer, audience, times, and asymmetric algorithms only.";

    /// <summary>Any scheme will do: all end in a bearer token.</summary>
    public static List<OpenApiSecurityRequirement> Requirements(OpenApiDocument document) =>
    [
        .. document.Components!.SecuritySchemes!.Keys
            .Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] }),
    ];

    public static Dictionary<string, IOpenApiSecurityScheme> Of(bool hasDevelopmentIssuer)
    {
        var schemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        // Swagger UI shows them in this order.
        if (hasDevelopmentIssuer)
            schemes[Person] = DevelopmentPerson;
        schemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of your OIDC authority, for the audience `auridis-grants`, with the roles in the claim `roles`. "
                + Validation,
        };
        if (hasDevelopmentIssuer)
            schemes[Machine] = DevelopmentMachine;
        return schemes;
    }

    static OpenApiSecurityScheme DevelopmentPerson => new()
    {
        Type = SecuritySchemeType.OAuth2,
        Description = "Development only: press Authorize and choose a person of the demo. There is no password. " + Validation,
        Flows = new OpenApiOAuthFlows
        {
            AuthorizationCode = new OpenApiOAuthFlow
            {
                AuthorizationUrl = new Uri("/development/authorize", UriKind.Relative),
                TokenUrl = new Uri("/development/token", UriKind.Relative),
                Scopes = new Dictionary<string, string>(StringComparer.Ordinal),
            },
        },
        Extensions = Client(DevelopmentIssuer.PublicClient),
    };

    static OpenApiSecurityScheme DevelopmentMachine => new()
    {
        Type = SecuritySchemeType.OAuth2,
        Description = "Development only: the export job. "
            + $"Its `client_id` is `{DemoPersons.ExportJob.ClientId}`, its `client_secret` is `{DemoPersons.ExportJob.Secret}`. "
            + Validation,
        Flows = new OpenApiOAuthFlows
        {
            ClientCredentials = new OpenApiOAuthFlow
            {
                TokenUrl = new Uri("/development/token", UriKind.Relative),
                Scopes = new Dictionary<string, string>(StringComparer.Ordinal),
            },
        },
        Extensions = Client(DemoPersons.ExportJob.ClientId, DemoPersons.ExportJob.Secret),
    };

    /// <summary>What the dialog <em>Authorize</em> of Swagger UI is filled in with.</summary>
    static Dictionary<string, IOpenApiExtension> Client(string id, string? secret = null)
    {
        var client = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal) { ["x-client-id"] = new JsonNodeExtension(id) };
        if (secret is not null)
            client["x-client-secret"] = new JsonNodeExtension(secret);
        return client;
    }
}
