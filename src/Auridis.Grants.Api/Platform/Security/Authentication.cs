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
        builder.Services.AddSingleton(settings);
        if (settings.Authority is { } authority)
            builder.AddAuthority(authority);
        else
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
                services.GetService<AuthorityKeys>(),
                services.GetService<DevelopmentIssuer>(),
                services.GetRequiredService<TimeProvider>()));
        builder.Services.AddAuthorization(options => Can.Add(options, settings.PersonClaim));
        builder.Services.AddScoped<CurrentUser>();
    }

    static void AddAuthority(this WebApplicationBuilder builder, string authority)
    {
        builder.Services.AddSingleton(services => new AuthorityKeys(
            authority,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<IHostApplicationLifetime>(),
            services.GetRequiredService<ILogger<AuthorityKeys>>()));
        builder.Services.AddHostedService(services => services.GetRequiredService<AuthorityKeys>());
        builder.Services.AddHealthChecks().AddCheck<AuthorityCheck>("authority");
    }

    static void Configure(
        JwtBearerOptions options, IdentitySettings settings, AuthorityKeys? authority, DevelopmentIssuer? issuer, TimeProvider time)
    {
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(authority is null
            ? new RememberedTokens(time, handler, _ => true)
            : new RememberedTokens(time, new AuthorityTokens(authority, handler), authority.Has));
        // Nobody asks for the token again once it has been checked.
        options.SaveToken = false;
        options.Events = new JwtBearerEvents { OnChallenge = SayWhy };
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
            ValidIssuer = issuer is null ? null : DevelopmentIssuer.Issuer,
            IssuerSigningKey = issuer?.Key,
        };
    }

    static Task SayWhy(JwtBearerChallengeContext context)
    {
        if (context.AuthenticateFailure is RefusedTokenException refused)
            context.ErrorDescription = refused.Message;
        return Task.CompletedTask;
    }
}
