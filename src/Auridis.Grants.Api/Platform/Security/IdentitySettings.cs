namespace Auridis.Grants.Api.Platform.Security;

/// <summary>Where tokens come from: the section <c>Identity</c>.</summary>
sealed class IdentitySettings
{
    /// <summary>The OIDC authority whose tokens are accepted. Needed outside Development.</summary>
    public string? Authority { get; init; }

    /// <summary>The audience that a token must name.</summary>
    public string Audience { get; init; } = "auridis-grants";

    /// <summary>The claim that holds the roles.</summary>
    public string RoleClaim { get; init; } = TokenClaims.Roles;

    /// <summary>
    /// A claim that the authority puts into the tokens of persons and never into those of machines. Without it a caller decides nothing, so
    /// that an authority whose marks of machines are not known here errs on the safe side.
    /// </summary>
    public string PersonClaim { get; init; } = TokenClaims.Name;

    /// <summary>
    /// The values of a token's header <c>typ</c> that are accepted, such as <c>at+jwt</c>; any by default, since not every
    /// authority sets one.
    /// </summary>
    public IReadOnlyList<string> TokenTypes { get; init; } = [];

    /// <exception cref="SettingsException">The authority is missing or no safe address, or a name is blank.</exception>
    public static IdentitySettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = configuration.Read<IdentitySettings>("Identity");
        if (settings.Authority is null && !environment.IsDevelopment())
        {
            throw new SettingsException(
                "Identity__Authority is not set. Set it to the address of your OIDC authority; "
                + "the built-in issuer exists in Development only (ASPNETCORE_ENVIRONMENT=Development).");
        }
        if (settings.Authority is not null && !IsAddress(settings.Authority, environment))
        {
            throw new SettingsException(
                $"Identity__Authority is '{settings.Authority}'. "
                + "Set it to the https address of your OIDC authority, such as https://login.example.org/realm.");
        }
        RequireName("Identity__Audience", settings.Audience);
        RequireName("Identity__RoleClaim", settings.RoleClaim);
        RequireName("Identity__PersonClaim", settings.PersonClaim);
        foreach (var type in settings.TokenTypes)
            RequireName("Identity__TokenTypes", type);
        return settings;
    }

    /// <summary>Keys that come over plain http can be anybody's; on the own machine, and in Development, there is nobody between.</summary>
    static bool IsAddress(string text, IHostEnvironment environment) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Host.Length: > 0, Query: "", Fragment: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && (uri.IsLoopback || environment.IsDevelopment())));

    static void RequireName(string setting, string value)
    {
        if (string.IsNullOrWhiteSpace(value))
            throw new SettingsException($"{setting} is blank. Set it to a name, or leave it out.");
    }
}
