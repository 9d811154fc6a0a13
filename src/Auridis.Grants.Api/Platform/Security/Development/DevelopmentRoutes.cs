namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>The routes of the built-in issuer. They speak OAuth, not the API's own language, and so are no slices.</summary>
static class DevelopmentRoutes
{
    public static void MapDevelopmentIssuer(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/.well-known/openid-configuration", GetConfiguration.Handle);
        routes.MapGet("/jwks", GetKeys.Handle);
        routes.MapGet("/authorize", ChoosePerson.Handle);
        routes.MapPost("/authorize", SignIn.Handle);
        routes.MapPost("/token", IssueToken.Handle);
    }
}
