namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// An IBAN is shown in full to finance, to the treasury and to the office that it belongs to; for others its middle is masked by asterisks.
/// </summary>
static class WhoSeesIban
{
    /// <summary>The IBAN as this caller sees it.</summary>
    public static string Show(CurrentUser user, string officeAgs, string iban)
    {
        if (user.Has(Role.Finance) || user.Has(Role.Treasury) || user.ActsFor(officeAgs))
            return iban;
        return Iban.TryParse(iban, out var parsed) ? parsed.Masked : "";
    }
}
