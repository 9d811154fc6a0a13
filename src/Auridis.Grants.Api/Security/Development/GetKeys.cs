using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Api.Security.Development;

/// <summary>The key that tokens of the built-in issuer are checked with (RFC 7517).</summary>
sealed class GetKeys : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/jwks", Handle);

    static IResult Handle(DevelopmentIssuer issuer) =>
        Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["keys"] = new[] { issuer.PublicKey() } });
}
