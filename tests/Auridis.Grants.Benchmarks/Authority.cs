using System.Buffers.Text;
using System.Security.Cryptography;

namespace Auridis.Grants.Benchmarks;

/// <summary>An OIDC authority as far as a server asks one when it starts: where its keys are, and one key.</summary>
sealed class Authority : IAsyncDisposable
{
    readonly WebApplication app;

    Authority(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public static async Task<Authority> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var authority = new Authority(builder.Build());
        using var rsa = RSA.Create(2048);
        var key = rsa.ExportParameters(includePrivateParameters: false);
        var keys = $$"""
            {"keys":[{"kty":"RSA","use":"sig","kid":"1","alg":"RS256",
            "n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}"}]}
            """;
        authority.app.Run(http =>
        {
            http.Response.ContentType = "application/json";
            return http.Response.WriteAsync(http.Request.Path == "/keys"
                ? keys
                : $$"""{"issuer":"{{authority.Address}}","jwks_uri":"{{authority.Address}}/keys"}""");
        });
        await authority.app.StartAsync();
        return authority;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
