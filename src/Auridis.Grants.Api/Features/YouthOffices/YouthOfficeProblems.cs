
namespace Auridis.Grants.Api.Features.YouthOffices;

static class YouthOfficeProblems
{
    public static readonly Problem AgsTaken = new("youth-office-ags-taken", 409,
        new("AGS taken", "AGS vergeben"),
        new("There is a youth office with the key {ags}.", "Es gibt schon ein Jugendamt mit dem Schlüssel {ags}."));

    public static readonly Problem BankAccountTaken = new("bank-account-taken", 409,
        new("Account known already", "Konto schon bekannt"),
        new("The office has this account already.", "Das Jugendamt hat dieses Konto schon."));
}
