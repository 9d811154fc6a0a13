using System.Security.Claims;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>Who sends this request, as its token says.</summary>
sealed class CurrentUser(IHttpContextAccessor accessor)
{
    readonly ClaimsPrincipal principal = accessor.HttpContext?.User ?? new ClaimsPrincipal();

    /// <summary>The person or machine, as issuer and subject name it: what four eyes compare.</summary>
    public string Actor => principal.ActorKey();

    /// <summary>Whether this is the caller.</summary>
    /// <param name="actor">A person as stored: see <see cref="PersonKey"/>.</param>
    public bool Is(string? actor) => Actor == actor;

    /// <summary>Who has issued the token.</summary>
    public string? Issuer => principal.FindFirstValue(TokenClaims.Issuer);

    /// <summary>The AGS of the Jugendamt that an applicant acts for; null for everybody else.</summary>
    public string? Office => principal.FindFirstValue(TokenClaims.Office);

    /// <summary>The funder that the caller reads figures for, as the terms of its programmes name it; null for everybody else.</summary>
    public string? Funder => principal.FindFirstValue(TokenClaims.Funder);

    public bool Has(string role) => principal.IsInRole(role);

    /// <summary>
    /// May see the resources of all offices: everybody whose work is not confined to one office or to assigned applications.
    /// </summary>
    public bool SeesAllOffices =>
        Has(Role.Caseworker) || Has(Role.Decider) || Has(Role.Finance) || Has(Role.Treasury) || Has(Role.Auditor);

    /// <summary>May see the resources of this office.</summary>
    public bool Sees(string officeAgs) => SeesAllOffices || ActsFor(officeAgs);

    /// <summary>The AGS of the office that the caller is an applicant of; null for everybody else.</summary>
    public string? OwnOffice => Has(Role.Applicant) ? Office : null;

    /// <summary>The caller as a reviewer; null for everybody else.</summary>
    public string? Reviewer => Has(Role.Reviewer) ? Actor : null;

    /// <summary>Is an applicant of this office.</summary>
    public bool ActsFor(string officeAgs) => Has(Role.Applicant) && Office == officeAgs;
}
