namespace Auridis.Grants.Api.Features.Programmes;

static class ProgrammeProblems
{
    public static readonly Problem CodeTaken = new("programme-code-taken", 409,
        new("Programme code taken", "Programmcode vergeben"),
        new("There is a programme with the code '{programmeCode}'.", "Es gibt schon ein Programm mit dem Code „{programmeCode}“."))
    {
        Example = [("programmeCode", "2018-A")],
    };

    public static readonly Problem Unknown = new("programme-unknown", 409,
        new("Unknown programme", "Unbekanntes Programm"),
        new("There is no programme with this id.", "Es gibt kein Programm mit dieser Id."));

    public static readonly Problem WindowOver = new("window-over", 409,
        new("The application window is over", "Der Antragszeitraum ist vorbei"),
        new("The programme can be opened until {closesOn}; today is {today}.",
            "Das Programm kann bis zum {closesOn} geöffnet werden; heute ist der {today}."))
    {
        Example = [("closesOn", new DateOnly(2018, 11, 30)), ("today", new DateOnly(2018, 12, 1))],
    };

    public static readonly Problem ProgrammeNotOpen = new("programme-not-open", 409,
        new("The programme takes no applications", "Das Programm nimmt keine Anträge an"),
        new("The programme is '{programmeStatus}'; its window runs from {opensOn} to {closesOn}, and today is {today}.",
            "Das Programm ist „{programmeStatus}“; Anträge sind vom {opensOn} bis zum {closesOn} möglich, heute ist der {today}."))
    {
        Example =
        [
            ("programmeStatus", ProgrammeStatus.Draft),
            ("opensOn", new DateOnly(2018, 9, 26)),
            ("closesOn", new DateOnly(2018, 11, 30)),
            ("today", new DateOnly(2018, 9, 20)),
        ],
    };

    public static readonly Problem DeadlinePassed = new("deadline-passed", 409,
        new("Deadline passed", "Frist abgelaufen"),
        new("Applications could be submitted until the end of {closesOn}; today is {today}.",
            "Anträge konnten bis zum Ablauf des {closesOn} gestellt werden; heute ist der {today}."))
    {
        Example = [("closesOn", new DateOnly(2018, 11, 30)), ("today", new DateOnly(2018, 12, 1))],
    };

    public static readonly Problem LotMismatch = new("lot-mismatch", 409,
        new("The secret does not fit", "Das Geheimnis passt nicht"),
        new("The SHA-256 of this secret is not the commitment that was published before the programme opened.",
            "Der SHA-256 dieses Geheimnisses ist nicht der Wert, der vor der Öffnung des Programms veröffentlicht wurde."));

    public static readonly Problem LotNotEntered = new("lot-not-entered", 409,
        new("Lot not entered", "Los nicht erfasst"),
        new("Enter the secret and the public value first.", "Zuerst müssen das Geheimnis und der öffentliche Wert erfasst werden."));

    public static readonly Problem LotDrawn = new("lot-drawn", 409,
        new("The lot is drawn", "Das Los ist gezogen"),
        new("Two people have entered and confirmed the lot; it can no longer be changed.",
            "Zwei Personen haben das Los erfasst und bestätigt; es kann nicht mehr geändert werden."));

    public static readonly Problem SiteLimitReached = new("site-limit-reached", 409,
        new("No places left", "Keine Plätze frei"),
        new("{selectedSites} of {siteLimit} places are taken; {wantedSites} more are wanted.",
            "{selectedSites} von {siteLimit} Plätzen sind vergeben; {wantedSites} weitere werden verlangt."))
    {
        Example = [("siteLimit", 12), ("selectedSites", 11), ("wantedSites", 2)],
    };

    public static readonly Problem CapExceeded = new("cap-exceeded", 409,
        new("More than a site can get", "Mehr, als ein Standort bekommen kann"),
        new("A site gets at most {cap}; {requested} is more.", "Ein Standort bekommt höchstens {cap}; {requested} ist mehr."))
    {
        Example = [("requested", new Money(100_000_01)), ("cap", new Money(100_000_00))],
    };

    public static readonly Problem QuotaReached = new("quota-reached", 409,
        new("The quota is reached", "Die Quote ist erreicht"),
        new("The programme selects at most {most} sites with {countedBy} '{value}'; {taken} have a place, and {wantedSites} more are "
            + "wanted.",
            "Das Programm wählt höchstens {most} Standorte mit {countedBy} „{value}“ aus; {taken} haben einen Platz, und {wantedSites} "
            + "weitere sind gewünscht."))
    {
        Example = [("countedBy", QuotaBy.GovernmentDistrict), ("value", "Münster"), ("most", 5), ("taken", 4), ("wantedSites", 2)],
    };

    public static readonly Problem OfficeHoldsPlace = new("office-holds-place", 409,
        new("The office holds a place", "Das Jugendamt hat einen Platz"),
        new("The office holds a place in the programme {programmeCode}, whose quotas count by what you are changing.",
            "Das Jugendamt hat einen Platz im Programm {programmeCode}, dessen Quoten nach dem zählen, was Sie ändern."))
    {
        Example = [("programmeCode", "2018-A")],
    };

    public static readonly Problem BudgetExhausted = new("budget-exhausted", 409,
        new("Not enough money left", "Nicht genug Geld frei"),
        new("{committed} of {budget} is promised; {wantedAmount} more is wanted.",
            "{committed} von {budget} sind zugesagt; {wantedAmount} mehr werden verlangt."))
    {
        Example =
        [
            ("budget", new Money(1_200_000_00)),
            ("committed", new Money(1_120_000_00)),
            ("wantedAmount", new Money(90_000_00)),
        ],
    };

    public static readonly Problem LotCommitmentUsed = new("lot-commitment-used", 409,
        new("The commitment is used", "Der Wert ist vergeben"),
        new("Another programme has this commitment: each draw needs a secret of its own.",
            "Ein anderes Programm hat diesen Wert: Jede Ziehung braucht ein eigenes Geheimnis."));

    public static readonly Problem Cancelled = new("programme-cancelled", 409,
        new("The programme is cancelled", "Das Programm ist abgebrochen"),
        new("The programme '{programmeCode}' was cancelled; everything in it stays as it is.",
            "Das Programm „{programmeCode}“ wurde abgebrochen; alles darin bleibt, wie es ist."))
    {
        Example = [("programmeCode", "2018-A")],
    };

    public static readonly Problem NotSettled = new("programme-not-settled", 409,
        new("The programme is not settled", "Das Programm ist nicht abgerechnet"),
        new("Awards are not final, or applications are still to be checked or mended; see openAwards and openApplications.",
            "Zuwendungen sind nicht abgeschlossen, oder Anträge sind noch zu prüfen oder nachzubessern; siehe openAwards und "
            + "openApplications."))
    {
        Example = [("openAwards", new[] { "GA-2018-A-Z-03" }), ("openApplications", Array.Empty<string>())],
    };

    public static readonly Problem Completed = new("programme-completed", 409,
        new("The programme is completed", "Das Programm ist abgeschlossen"),
        new("The programme '{programmeCode}' is completed; nothing is decided in it any more.",
            "Das Programm „{programmeCode}“ ist abgeschlossen; es wird nichts mehr darin entschieden."))
    {
        Example = [("programmeCode", "2018-A")],
    };

    public static readonly Problem ExtensionEarlier = new("extension-earlier", 409,
        new("Not a later day", "Kein späterer Tag"),
        new("What is extended ends on {endsOn}; it can only be extended to a later day, not to {wantedOn}.",
            "Was verlängert wird, endet am {endsOn}; es kann nur auf einen späteren Tag verlängert werden, nicht auf den {wantedOn}."))
    {
        Example = [("endsOn", new DateOnly(2018, 11, 30)), ("wantedOn", new DateOnly(2018, 11, 30))],
    };

    public static readonly Problem ExtensionBeyondFunding = new("extension-beyond-funding", 409,
        new("Too late for the funding period", "Zu spät für den Bewilligungszeitraum"),
        new("The funding period begins on {fundingStartsOn}; the window must end before it, not on {wantedOn}.",
            "Der Bewilligungszeitraum beginnt am {fundingStartsOn}; die Frist muss davor enden, nicht am {wantedOn}."))
    {
        Example = [("fundingStartsOn", new DateOnly(2019, 1, 1)), ("wantedOn", new DateOnly(2019, 1, 1))],
    };

    public static readonly Problem ExtensionPending = new("extension-pending", 409,
        new("An extension is proposed already", "Eine Verlängerung ist schon vorgeschlagen"),
        new("Another extension of the window waits to be confirmed or refused.",
            "Eine andere Verlängerung der Frist wartet auf Bestätigung oder Ablehnung."));

    public static readonly Problem SelectionUnderWay = new("selection-under-way", 409,
        new("A selection is under way", "Eine Auswahl läuft"),
        new("A selection is proposed or decided; nobody can join any more.",
            "Eine Auswahl ist vorgeschlagen oder entschieden; es kann niemand mehr hinzukommen."));
}
