namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Bank accounts and contacts are entered by the office that they belong to, or by a caseworker.</summary>
static class WhoEntersForOffices
{
    /// <summary>Why the caller may enter nothing for this office; null when they may.</summary>
    public static Problem? WhyRefused(CurrentUser user, string officeAgs)
    {
        if (!user.Sees(officeAgs))
            return Problems.NotFound;
        return user.Has(Role.Caseworker) || user.ActsFor(officeAgs) ? null : Problems.Forbidden;
    }
}
