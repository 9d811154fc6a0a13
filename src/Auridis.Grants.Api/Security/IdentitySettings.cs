namespace Auridis.Grants.Api.Security;

/// <summary>Where tokens come from: the section <c>Identity</c>.</summary>
sealed class IdentitySettings
{
    /// <summary>The OIDC authority whose tokens are accepted. Needed outside Development.</summary>
    public string? Authority { get; init; }

    /// <summary>The audience that a token must name.</summary>
    public string Audience { get; init; } = "auridis-grants";

    /// <summary>The claim that holds the roles.</summary>
    public string RoleClaim { get; init; } = Claims.Roles;
}
