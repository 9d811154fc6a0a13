namespace Auridis.Grants.Api.Features.YouthOffices;

static class YouthOfficeProblems
{
    public static readonly Problem AgsTaken = new("youth-office-ags-taken", 409,
        new("AGS taken", "AGS vergeben"),
        new("There is a youth office with the key {ags}.", "Es gibt schon ein Jugendamt mit dem Schlüssel {ags}."))
    {
        Example = [("ags", "05512000")],
    };

    public static readonly Problem Unknown = new("youth-office-unknown", 409,
        new("Youth office unknown", "Jugendamt unbekannt"),
        new("There is no youth office with the key {office}.", "Es gibt kein Jugendamt mit dem Schlüssel {office}."))
    {
        Example = [("office", "05512000")],
    };

    public static readonly Problem DeciderConflicted = new("decider-conflicted", 403,
        new("Excluded from this step", "Von diesem Schritt ausgeschlossen"),
        new("You act for the youth office {office}, which this step is about; another person must take it.",
            "Sie handeln für das Jugendamt {office}, um das es hier geht; diesen Schritt muss eine andere Person ausführen."))
    {
        Example = [("office", "05512000")],
    };

    public static readonly Problem BankAccountTaken = new("bank-account-taken", 409,
        new("Bank account known already", "Konto schon bekannt"),
        new("The youth office has this bank account already.", "Das Jugendamt hat dieses Konto schon."));
}
