using System.Security.Cryptography;
using System.Text;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>Tokens that the API has no reason to believe.</summary>
public sealed class BadTokenTests(DatabaseKind kind) : BadInputFixture(kind)
{
    [TestCase("expired")]
    [TestCase("not yet valid")]
    [TestCase("another key")]
    [TestCase("another issuer")]
    [TestCase("another audience")]
    [TestCase("no signature")]
    [TestCase("a shared secret")]
    [TestCase("changed after signing")]
    [TestCase("no token but a word")]
    [TestCase("no token at all")]
    public async Task A_token_that_is_not_ours_is_refused(string kindOfToken)
    {
        var refused = (await app.With(Token(kindOfToken)).Post("/programmes", Sample.Programme("FORGED"))).Refused(401, "unauthenticated");
        Assert.That(refused.Headers["WWW-Authenticate"], Does.StartWith("Bearer"));
    }

    [TestCase("""["exp"]""")]
    [TestCase("""["b64"]""")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"exp\"")]
    public async Task A_token_with_a_critical_extension_is_refused_and_told_why(string crit)
    {
        var ours = app.Services.GetRequiredService<DevelopmentIssuer>();
        var parts = Token("right")!.Split('.');
        var header = Base64UrlEncoder.Encode($$"""{"alg":"ES256","kid":"development","typ":"JWT","crit":{{crit}}}""");
        var signature = ((ECDsaSecurityKey)ours.Key).ECDsa
            .SignData(Encoding.ASCII.GetBytes($"{header}.{parts[1]}"), HashAlgorithmName.SHA256);

        var refused = (await app.With($"{header}.{parts[1]}.{Base64UrlEncoder.Encode(signature)}")
            .Post("/programmes", Sample.Programme("CRITICAL"))).Refused(401, "unauthenticated");

        Assert.That(refused.Headers["WWW-Authenticate"], Is.EqualTo("Bearer error=\"invalid_token\", "
            + "error_description=\"The token has critical extensions (crit), and none is known here.\""));
    }

    [Test]
    public async Task The_token_that_the_forgeries_start_from_is_right() => (await app.With(Token("right")).Get("/programmes")).Succeeded();

    /// <summary>A name that no column holds is refused at the door, and not by one of the databases at the first change.</summary>
    [TestCase("a")]
    [TestCase("ü")]
    [TestCase("𝒳")]
    public async Task A_name_has_at_most_255_characters(string character)
    {
        string Claims(string name, int length) => $$"""{"{{name}}":"{{string.Concat(Enumerable.Repeat(character, length))}}"}""";
        var tooLong = app.WithClaims(Claims("sub", 256), Role.Caseworker);
        var refused = (await tooLong.Post("/programmes", Sample.Programme("TOO-LONG"))).Refused(401, "unauthenticated");
        Assert.That(refused.Headers["WWW-Authenticate"], Does.StartWith("Bearer error=\"invalid_token\""));
        (await app.WithClaims(Claims("client_id", 256), Role.Caseworker).Get("/clock")).Refused(401, "unauthenticated");

        (await app.WithClaims(Claims("sub", 255), Role.Caseworker).Get("/clock")).Succeeded();
        (await app.WithClaims(Claims("client_id", 255), Role.Caseworker).Get("/clock")).Succeeded();
    }

    string? Token(string kindOfToken)
    {
        var ours = app.Services.GetRequiredService<DevelopmentIssuer>();
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        if (kindOfToken == "no token at all")
            return null;
        if (kindOfToken == "no token but a word")
            return "nonsense";
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = kindOfToken == "another issuer" ? "https://issuer.example" : DevelopmentIssuer.Issuer,
            Audience = kindOfToken == "another audience" ? "another-api" : "auridis-grants",
            IssuedAt = now.AddHours(-2),
            NotBefore = kindOfToken == "not yet valid" ? now.AddHours(1) : now.AddHours(-2),
            Expires = kindOfToken == "expired" ? now.AddMinutes(-2) : now.AddHours(2),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = "caseworker-1",
                ["roles"] = new[] { "caseworker" },
            },
            SigningCredentials = kindOfToken switch
            {
                "another key" => new(new ECDsaSecurityKey(otherKey) { KeyId = "development" }, SecurityAlgorithms.EcdsaSha256),
                // The public key, which everybody knows, as the secret of a symmetric algorithm: the classic confusion.
                "a shared secret" => new(new SymmetricSecurityKey(((ECDsaSecurityKey)ours.Key).ECDsa.ExportSubjectPublicKeyInfo()),
                    SecurityAlgorithms.HmacSha256),
                _ => new(ours.Key, SecurityAlgorithms.EcdsaSha256),
            },
        };
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
        var parts = token.Split('.');
        return kindOfToken switch
        {
            "no signature" => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            "changed after signing" => $"{parts[0]}.{Promoted(parts[1])}.{parts[2]}",
            _ => token,
        };
    }

    static string Promoted(string claims) =>
        Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(claims).Replace("caseworker", "admin", StringComparison.Ordinal));
}
