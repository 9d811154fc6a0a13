using System.Security.Claims;

namespace Auridis.Grants.Api.Security;

/// <summary>The claims that the product reads.</summary>
static class Claims
{
    public const string Subject = "sub";
    public const string Issuer = "iss";
    public const string Name = "name";
    public const string Roles = "roles";
    public const string Office = "office";

    public static string ActorKey(this ClaimsPrincipal principal) => $"{principal.FindFirstValue(Issuer)}#{principal.FindFirstValue(Subject)}";

    /// <summary>
    /// A machine's token names the client as its subject (RFC 9068, section 2.2, for the client credentials grant), or says
    /// <c>idtyp=app</c> (Entra ID).
    /// </summary>
    public static bool IsPerson(this ClaimsPrincipal principal)
    {
        var subject = principal.FindFirstValue(Subject);
        return subject is not null
            && subject != principal.FindFirstValue("client_id")
            && subject != principal.FindFirstValue("azp")
            && principal.FindFirstValue("idtyp") != "app";
    }
}
