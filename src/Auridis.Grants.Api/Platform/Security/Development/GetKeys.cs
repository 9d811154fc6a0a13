namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>The key that tokens of the built-in issuer are checked with (RFC 7517).</summary>
static class GetKeys
{
    public static IResult Handle(DevelopmentIssuer issuer) =>
        Results.Json(new Dictionary<string, object>(StringComparer.Ordinal) { ["keys"] = new[] { issuer.PublicKey() } });
}
