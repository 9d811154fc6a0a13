using System.Security.Claims;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>The claims that the product reads.</summary>
static class TokenClaims
{
    public const string Subject = "sub";
    public const string Issuer = "iss";
    public const string Name = "name";
    public const string Roles = "roles";
    public const string Office = "office";
    public const string Funder = "funder";

    /// <summary>What authorities call the client that a token was issued to: RFC 9068, OpenID Connect, Entra ID, Okta.</summary>
    static readonly string[] Clients = ["client_id", "azp", "appid", "cid"];

    /// <summary>Who acts: see <see cref="PersonKey"/>.</summary>
    public static string ActorKey(this ClaimsPrincipal principal)
    {
        var (issuer, name) = (principal.FindFirstValue(Issuer), principal.ActorName() ?? "");
        return principal.IsMachine() ? PersonKey.OfMachine(issuer, name) : PersonKey.Of(issuer, name);
    }

    /// <summary>Puts the texts of a token into the one form (NFC), before anything compares them.</summary>
    public static void Compose(this ClaimsIdentity identity)
    {
        foreach (var claim in identity.Claims.ToList())
        {
            var composed = Characters.Compose(claim.Value);
            if (composed == claim.Value)
                continue;
            identity.RemoveClaim(claim);
            identity.AddClaim(new(claim.Type, composed, claim.ValueType, claim.Issuer, claim.OriginalIssuer, identity));
        }
    }

    /// <summary>Why a valid token gives no access; null when it does.</summary>
    public static string? WhyNoAccess(this ClaimsPrincipal principal) =>
        principal.IsIdToken() ? "This is an ID token; an access token is needed."
        // All such callers would be one actor.
        : string.IsNullOrEmpty(principal.ActorName()) ? "The token names neither a subject nor a client."
        : Characters.Count(principal.ActorName()!) > PersonKey.LongestSubject
            ? $"The subject has more than {PersonKey.LongestSubject} characters."
        : Characters.Count(principal.FindFirstValue(Issuer) ?? "") > PersonKey.LongestIssuer
            ? $"The issuer has more than {PersonKey.LongestIssuer} characters."
        : null;

    /// <summary>A machine whose token has no subject is named by its client.</summary>
    static string? ActorName(this ClaimsPrincipal principal) => principal.FindFirstValue(Subject) ?? principal.Client();

    /// <summary>
    /// An ID token says who has signed in at a client; it is no permission to call this API. Older versions of Keycloak put a nonce into
    /// access tokens too, and tell the two apart by <c>typ</c>.
    /// </summary>
    static bool IsIdToken(this ClaimsPrincipal principal) =>
        principal.HasClaim(claim => claim.Type is "at_hash" or "c_hash")
        || (principal.FindFirstValue("typ") is var type
            && (type == "ID" || (type != "Bearer" && principal.HasClaim(claim => claim.Type == "nonce"))));

    /// <summary>
    /// Whether the token is a person's. No standard tells persons from machines, so both must be clear: the token has the claim that
    /// only persons' tokens carry, and none of the marks by which authorities tell machines.
    /// </summary>
    /// <param name="personClaim">The claim that only persons' tokens carry.</param>
    public static bool IsPerson(this ClaimsPrincipal principal, string personClaim) =>
        !string.IsNullOrWhiteSpace(principal.FindFirstValue(personClaim)) && !principal.IsMachine();

    static bool IsMachine(this ClaimsPrincipal principal)
    {
        var subject = principal.FindFirstValue(Subject);
        return string.IsNullOrEmpty(subject)
            // RFC 9068, section 2.2, for the client credentials grant; Okta.
            || Array.Exists(Clients, client => principal.FindFirstValue(client) == subject)
            // Auth0.
            || subject.EndsWith("@clients", StringComparison.Ordinal)
            || principal.HasClaim("gty", "client-credentials")
            // Keycloak.
            || principal.FindFirstValue("preferred_username")?.StartsWith("service-account-", StringComparison.OrdinalIgnoreCase) == true
            // Entra ID.
            || principal.HasClaim("idtyp", "app");
    }

    static string? Client(this ClaimsPrincipal principal) =>
        Clients.Select(principal.FindFirstValue).FirstOrDefault(client => !string.IsNullOrEmpty(client));
}
