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
        new("You act for the youth office {office}, which this step is about, or have declared a conflict of interest on it; another "
            + "person must take it.",
            "Sie handeln für das Jugendamt {office}, um das es hier geht, oder haben sich dafür befangen erklärt; diesen Schritt muss eine "
            + "andere Person ausführen."))
    {
        Example = [("office", "05512000")],
    };

    public static readonly Problem ConflictUndeclared = new("conflict-undeclared", 403,
        new("Conflict of interest undeclared", "Befangenheit nicht erklärt"),
        new("Declare first whether you have a conflict of interest.", "Erklären Sie zuerst, ob Sie befangen sind."));

    public static readonly Problem DeclarationUsed = new("declaration-used", 409,
        new("The declaration is fixed", "Die Erklärung steht fest"),
        new("A step of yours rests on this declaration since {usedOn}: it is not replaced any more.",
            "Auf dieser Erklärung beruht seit {usedOn} eine Entscheidung von Ihnen: Sie wird nicht mehr ersetzt."))
    {
        Example = [("usedOn", new DateOnly(2018, 12, 12))],
    };

    public static readonly Problem ContactUnknown = new("contact-unknown", 409,
        new("Unknown contact", "Unbekannte Ansprechperson"),
        new("The youth office has no contact {contactId} that can be named here.",
            "Das Jugendamt hat keine Ansprechperson {contactId}, die hier genannt werden kann."))
    {
        Example = [("contactId", Guid.Parse("01926f3a-5c00-7000-8000-000000000030"))],
    };

    public static readonly Problem BankAccountTaken = new("bank-account-taken", 409,
        new("Bank account known already", "Konto schon bekannt"),
        new("The youth office has this bank account already.", "Das Jugendamt hat dieses Konto schon."));
}
