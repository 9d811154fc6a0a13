using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Tests.Platform.Security;

/// <summary>A token that is remembered is worth no more than one that is checked.</summary>
[TestFixture]
public sealed class RememberedTokensTests
{
    readonly SetTime clock = new();
    DevelopmentIssuer issuer = null!;
    RememberedTokens tokens = null!;

    [SetUp]
    public void Make()
    {
        clock.Now = TimeProvider.System.GetUtcNow();
        issuer = new DevelopmentIssuer(clock, new IdentitySettings());
        tokens = new RememberedTokens(clock, new JsonWebTokenHandler(), _ => true);
    }

    [TearDown]
    public void Dispose() => issuer.Dispose();

    [Test]
    public async Task A_token_is_checked_once()
    {
        var token = Token();
        var first = await tokens.ValidateTokenAsync(token, With(issuer.Key));

        Assert.That(first.IsValid, Is.True);
        Assert.That(await tokens.ValidateTokenAsync(token, With(issuer.Key)), Is.SameAs(first));
    }

    [Test]
    public async Task A_token_is_believed_no_longer_than_its_key()
    {
        SecurityKey? kept = issuer.Key;
        var remembering = new RememberedTokens(clock, new JsonWebTokenHandler(), key => key == kept);
        using var other = new DevelopmentIssuer(clock, new IdentitySettings());
        var token = Token();
        await remembering.ValidateTokenAsync(token, With(issuer.Key));

        Assert.That((await remembering.ValidateTokenAsync(token, With(other.Key))).IsValid, Is.True, "it is remembered");
        kept = other.Key;
        Assert.That((await remembering.ValidateTokenAsync(token, With(other.Key))).IsValid, Is.False);
    }

    [Test]
    public async Task It_is_checked_again_after_some_minutes_all_the_same()
    {
        using var other = new DevelopmentIssuer(clock, new IdentitySettings());
        var token = Token();
        await tokens.ValidateTokenAsync(token, With(issuer.Key));

        clock.Now += RememberedTokens.Longest - TimeSpan.FromSeconds(1);
        Assert.That((await tokens.ValidateTokenAsync(token, With(other.Key))).IsValid, Is.True);
        clock.Now += TimeSpan.FromSeconds(1);
        Assert.That((await tokens.ValidateTokenAsync(token, With(other.Key))).IsValid, Is.False);
    }

    [Test]
    public async Task A_token_is_not_believed_beyond_its_end()
    {
        clock.Now -= DevelopmentIssuer.Lifetime - TimeSpan.FromMinutes(1);
        var token = Token();
        clock.Now = TimeProvider.System.GetUtcNow();
        await tokens.ValidateTokenAsync(token, With(issuer.Key));
        clock.Now += TimeSpan.FromMinutes(2);

        using var other = new DevelopmentIssuer(clock, new IdentitySettings());
        Assert.That((await tokens.ValidateTokenAsync(token, With(other.Key))).IsValid, Is.False, "it was looked at again");
    }

    [Test]
    public async Task A_token_that_was_refused_is_not_remembered()
    {
        using var other = new DevelopmentIssuer(clock, new IdentitySettings());
        var token = Token();

        Assert.That((await tokens.ValidateTokenAsync(token, With(other.Key))).IsValid, Is.False);
        Assert.That((await tokens.ValidateTokenAsync(token, With(issuer.Key))).IsValid, Is.True);
    }

    [Test]
    public async Task Another_signature_under_the_same_claims_is_another_token()
    {
        var token = Token();
        await tokens.ValidateTokenAsync(token, With(issuer.Key));
        var forged = token[..token.LastIndexOf('.')] + "." + new string('A', token.Length - token.LastIndexOf('.') - 1);

        Assert.That((await tokens.ValidateTokenAsync(forged, With(issuer.Key))).IsValid, Is.False);
    }

    [Test]
    public async Task When_there_are_too_many_the_oldest_are_forgotten()
    {
        var (first, last) = (Token(), issuer.TokenFor(DemoPersons.Find("caseworker-2")!));
        var small = new RememberedTokens(clock, new JsonWebTokenHandler(), _ => true, most: first.Length * 3 / 2);
        await small.ValidateTokenAsync(first, With(issuer.Key));
        clock.Now += TimeSpan.FromSeconds(1);
        await small.ValidateTokenAsync(last, With(issuer.Key));

        using var other = new DevelopmentIssuer(clock, new IdentitySettings());
        Assert.That((await small.ValidateTokenAsync(first, With(other.Key))).IsValid, Is.False, "it was looked at again");
        Assert.That((await small.ValidateTokenAsync(last, With(other.Key))).IsValid, Is.True);
    }

    string Token() => issuer.TokenFor(DemoPersons.Find("caseworker-1")!);

    static TokenValidationParameters With(SecurityKey key) => new()
    {
        ValidIssuer = DevelopmentIssuer.Issuer,
        ValidAudience = "auridis-grants",
        IssuerSigningKey = key,
        ClockSkew = TimeSpan.FromSeconds(30),
    };

    sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
