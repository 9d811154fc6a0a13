using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>JWT bearer tokens of one OIDC authority; in Development of the built-in issuer when no authority is set.</summary>
static class Authentication
{
    /// <exception cref="SettingsException">No authority is set outside Development, or a setting is wrong.</exception>
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var settings = IdentitySettings.Read(builder.Configuration, builder.Environment);
        var builtIn = settings.Authority is null;
        builder.Services.AddSingleton(settings);
        if (builtIn)
            builder.Services.AddSingleton<DevelopmentIssuer>().AddSingleton<AuthorizationCodes>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        // Authentication brings data protection along, which loads a key ring at start and writes one where there is none. Tokens are
        // checked with the authority's keys; nothing here is protected by a key of our own.
        var keyRings = builder.Services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService");
        foreach (var keyRing in keyRings.ToList())
            builder.Services.Remove(keyRing);
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IServiceProvider>((options, services) => Configure(
                options,
                settings,
                builtIn ? services.GetRequiredService<DevelopmentIssuer>() : null,
                services.GetRequiredService<TimeProvider>()));
        builder.Services.AddAuthorization(options => Can.Add(options, settings.PersonClaim));
        builder.Services.AddScoped<CurrentUser>();
    }

    static void Configure(JwtBearerOptions options, IdentitySettings settings, DevelopmentIssuer? issuer, TimeProvider time)
    {
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new RememberedTokens(time, new JsonWebTokenHandler { MapInboundClaims = false }));
        // Nobody asks for the token again once it has been checked.
        options.SaveToken = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            NameClaimType = TokenClaims.Subject,
            RoleClaimType = settings.RoleClaim,
            ValidAudience = settings.Audience,
            ValidTypes = settings.TokenTypes is [] ? null : settings.TokenTypes,
            ClockSkew = TimeSpan.FromSeconds(30),
            // Asymmetric only: with a shared secret, whoever can check a token can make one.
            ValidAlgorithms =
            [
                SecurityAlgorithms.EcdsaSha256,
                SecurityAlgorithms.EcdsaSha384,
                SecurityAlgorithms.RsaSha256,
                SecurityAlgorithms.RsaSha384,
                SecurityAlgorithms.RsaSsaPssSha256,
            ],
        };
        if (issuer is null)
        {
            options.Authority = settings.Authority;
            // Where http is allowed is for the settings to say.
            options.RequireHttpsMetadata = false;
            return;
        }
        options.TokenValidationParameters.ValidIssuer = DevelopmentIssuer.Issuer;
        options.TokenValidationParameters.IssuerSigningKey = issuer.Key;
    }
}
