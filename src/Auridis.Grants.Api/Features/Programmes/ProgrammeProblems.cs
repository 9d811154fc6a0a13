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

    public static readonly Problem OutsideWindow = new("window-not-open", 409,
        new("Outside the application window", "Außerhalb des Antragszeitraums"),
        new("The programme can be opened from {opensOn} to {closesOn}; today is {today}.",
            "Das Programm kann vom {opensOn} bis zum {closesOn} geöffnet werden; heute ist der {today}."))
    {
        Example =
        [
            ("opensOn", new DateOnly(2018, 9, 26)),
            ("closesOn", new DateOnly(2018, 11, 30)),
            ("today", new DateOnly(2018, 9, 25)),
        ],
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

    public static readonly Problem DeadlineNotPassed = new("deadline-not-passed", 409,
        new("Deadline not passed", "Frist nicht abgelaufen"),
        new("Applications can be submitted until the end of {closesOn}; today is {today}.",
            "Anträge können bis zum Ablauf des {closesOn} gestellt werden; heute ist der {today}."))
    {
        Example = [("closesOn", new DateOnly(2018, 11, 30)), ("today", new DateOnly(2018, 11, 30))],
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
        new("More than one site can get", "Mehr, als ein Standort bekommen kann"),
        new("A site gets at most {cap}; {requested} is more.", "Ein Standort bekommt höchstens {cap}; {requested} ist mehr."))
    {
        Example = [("requested", new Money(100_000_01)), ("cap", new Money(100_000_00))],
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
}
