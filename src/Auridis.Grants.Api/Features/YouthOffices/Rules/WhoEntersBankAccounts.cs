namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>A bank account is entered by the office that it belongs to, or by a caseworker.</summary>
static class WhoEntersBankAccounts
{
    /// <summary>Why the caller may not enter an account of this office; null when they may.</summary>
    public static Problem? WhyRefused(CurrentUser user, YouthOffice office)
    {
        if (!user.Sees(office.Ags))
            return Problems.NotFound;
        return user.Has(Role.Caseworker) || user.ActsFor(office.Ags) ? null : Problems.Forbidden;
    }
}
