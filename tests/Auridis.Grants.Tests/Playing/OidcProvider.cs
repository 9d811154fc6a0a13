using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Auridis.Grants.Tests.Playing;

/// <summary>How the authority answers whoever asks for its keys. Signing in works all the same.</summary>
public enum Mood
{
    Answers,

    /// <summary>Takes the request, and never answers.</summary>
    Hangs,

    /// <summary>500.</summary>
    Fails,

    /// <summary>Breaks the connection off.</summary>
    IsAway,

    /// <summary>200, with a page for people.</summary>
    TalksNonsense,

    /// <summary>200, with JSON that is no discovery document.</summary>
    SaysNothing,
}

/// <summary>
/// A real OpenID provider, OpenIddict, on a port of this machine: discovery, authorization code with PKCE, and keys that are rotated and
/// withdrawn.
/// </summary>
sealed class OidcProvider : IAsyncDisposable
{
    const string Client = "office-software";
    const string Redirect = "http://localhost/signed-in";
    readonly WebApplication app;
    const string User = "somebody-who-signs-in";
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);
    int asked;
    int keys;

    OidcProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenIddict().AddServer(server =>
        {
            // Without a store of clients and tokens: what a client may do stands in the handlers below.
            server.EnableDegradedMode();
            server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            server.AddEphemeralEncryptionKey().AddSigningKey(NewKey()).DisableAccessTokenEncryption();
            server.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(request =>
            {
                if (request.ClientId != Client || request.RedirectUri != Redirect)
                    request.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(request =>
            {
                request.SignIn(PersonOf(request.Request));
                return default;
            }));
            server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(request =>
            {
                if (request.ClientId != Client)
                    request.Reject(Errors.InvalidClient);
                return default;
            }));
            server.AddEventHandler<HandleJsonWebKeySetRequestContext>(handler => handler.SetOrder(int.MaxValue).UseInlineHandler(request =>
            {
                lock (withdrawn)
                    request.Keys.RemoveAll(key => withdrawn.Contains(key.Kid!));
                return default;
            }));
            server.UseAspNetCore().DisableTransportSecurityRequirement();
        });
        http.DefaultRequestHeaders.UserAgent.ParseAdd(User);
        app = builder.Build();
        app.Use(Moody);
        app.UseAuthentication();
    }

    public static async Task<OidcProvider> Start(Mood mood = Mood.Answers)
    {
        var provider = new OidcProvider { Mood = mood };
        await provider.app.StartAsync();
        return provider;
    }

    /// <summary>What <c>Identity__Authority</c> is set to.</summary>
    public string Address => app.Urls.Single();

    public Mood Mood { get; set; }

    /// <summary>How often its keys were asked for.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>Signs from now on with a new key, and publishes the old ones too.</summary>
    public void Rotate() =>
        Options.SigningCredentials.Insert(0, new SigningCredentials(NewKey(), SecurityAlgorithms.RsaSha256));

    /// <summary>Takes its keys out of the published set. It signs with the last one until it is told to rotate.</summary>
    public void Withdraw()
    {
        lock (withdrawn)
            withdrawn.UnionWith(Options.SigningCredentials.Select(credentials => credentials.Kid));
    }

    /// <summary>Signs somebody in as a client does, from the discovery document to the token.</summary>
    public async Task<string> SignIn(string subject, params string[] roles)
    {
        var discovery = await Json(await http.GetAsync($"{Address}/.well-known/openid-configuration"));
        var verifier = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        using var sentBack = await http.GetAsync(QueryHelpers.AddQueryString(
            discovery.GetProperty("authorization_endpoint").GetString()!,
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["response_type"] = "code",
                ["scope"] = "openid",
                ["client_id"] = Client,
                ["redirect_uri"] = Redirect,
                ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
                ["code_challenge_method"] = "S256",
                ["login_hint"] = subject,
                ["acr_values"] = string.Join(' ', roles),
            }));
        Assert.That(sentBack.StatusCode, Is.EqualTo(HttpStatusCode.Found), await sentBack.Content.ReadAsStringAsync());
        var code = QueryHelpers.ParseQuery(sentBack.Headers.Location!.Query)["code"].ToString();
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "authorization_code"),
            new("code", code),
            new("client_id", Client),
            new("redirect_uri", Redirect),
            new("code_verifier", verifier),
        ]);
        var tokens = await Json(await http.PostAsync(discovery.GetProperty("token_endpoint").GetString(), form));
        LastIdToken = tokens.GetProperty("id_token").GetString();
        return tokens.GetProperty("access_token").GetString()!;
    }

    /// <summary>A token that says what a right one says, by a key that the provider never had.</summary>
    public string Forged(string? issuer = null, string audience = "auridis-grants", TimeSpan? lifetime = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = issuer ?? $"{Address}/",
            Audience = audience,
            IssuedAt = now.AddHours(-2),
            NotBefore = now.AddHours(-2),
            Expires = now + (lifetime ?? TimeSpan.FromHours(1)),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal) { ["sub"] = "forger", ["roles"] = new[] { Role.Caseworker } },
            SigningCredentials = new SigningCredentials(NewKey(), SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary>The ID token that came with the last sign-in.</summary>
    public string? LastIdToken { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    OpenIddictServerOptions Options => app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;

    RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = $"key-{Interlocked.Increment(ref keys)}" };

    Task Moody(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/.well-known", StringComparison.Ordinal)
            || context.Request.Headers.UserAgent == User)
            return next(context);
        if (context.Request.Path.Value!.EndsWith("openid-configuration", StringComparison.Ordinal))
            Interlocked.Increment(ref asked);
        switch (Mood)
        {
            case Mood.Hangs:
                return Task.Delay(Timeout.Infinite, context.RequestAborted); // an authority that hangs
            case Mood.Fails:
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return Task.CompletedTask;
            case Mood.IsAway:
                context.Abort();
                return Task.CompletedTask;
            case Mood.TalksNonsense:
                return context.Response.WriteAsync("<!doctype html><title>Maintenance</title>");
            case Mood.SaysNothing:
                return context.Response.WriteAsync("{}");
            default:
                return next(context);
        }
    }

    static ClaimsPrincipal PersonOf(OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity("provider", Claims.Name, "roles");
        identity.SetClaim(Claims.Subject, request.LoginHint);
        identity.SetClaim(Claims.Name, $"Person {request.LoginHint}");
        identity.SetClaims("roles", [.. request.AcrValues!.Split(' ')]);
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(Scopes.OpenId);
        principal.SetResources("auridis-grants");
        return principal;
    }

    static async Task<JsonElement> Json(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            Assert.That(answer.IsSuccessStatusCode, text);
            return JsonDocument.Parse(text).RootElement;
        }
    }
}
