
namespace Auridis.Grants.Api.Features.Programmes;

static class ProgrammeProblems
{
    public static readonly Problem CodeTaken = new("programme-code-taken", 409,
        new("Programme code taken", "Programmcode vergeben"),
        new("There is a programme with the code '{programmeCode}'.", "Es gibt schon ein Programm mit dem Code '{programmeCode}'."));

    public static readonly Problem NotYetOpen = new("window-not-open", 409,
        new("Outside the application window", "Außerhalb des Antragszeitraums"),
        new("The programme can be opened from {opensOn} to {closesOn}; today is {today}.",
            "Das Programm kann vom {opensOn} bis zum {closesOn} geöffnet werden; heute ist der {today}."));

    public static readonly Problem DeadlineNotPassed = new("deadline-not-passed", 409,
        new("Deadline not passed", "Frist nicht abgelaufen"),
        new("Applications can be handed in until the end of {closesOn}; today is {today}.",
            "Anträge können bis zum Ablauf des {closesOn} gestellt werden; heute ist der {today}."));

    public static readonly Problem LotMismatch = new("lot-mismatch", 409,
        new("The secret does not fit", "Das Geheimnis passt nicht"),
        new("SHA-256 of this secret is not the commitment that was published before the programme opened.",
            "SHA-256 dieses Geheimnisses ist nicht der Wert, der vor der Öffnung des Programms veröffentlicht wurde."));

    public static readonly Problem LotNotEntered = new("lot-not-entered", 409,
        new("Lot not entered", "Los nicht erfasst"),
        new("Somebody must enter the secret and the public value first.", "Zuerst muss jemand das Geheimnis und den öffentlichen Wert erfassen."));

    public static readonly Problem LotDrawn = new("lot-drawn", 409,
        new("The lot is drawn", "Das Los ist gezogen"),
        new("Two people have entered and confirmed the lot; it stays as it is.", "Zwei Personen haben das Los erfasst und bestätigt; es bleibt, wie es ist."));

    public static readonly Problem SiteLimitReached = new("site-limit-reached", 409,
        new("No places left", "Keine Plätze frei"),
        new("{selected} of {siteLimit} places are taken; {wanted} more are wanted.", "{selected} von {siteLimit} Plätzen sind vergeben; {wanted} weitere werden verlangt."));

    public static readonly Problem CapExceeded = new("cap-exceeded", 409,
        new("More than one site can get", "Mehr, als ein Standort bekommen kann"),
        new("One site gets {cap} at most; {requested} is more.", "Ein Standort bekommt höchstens {cap}; {requested} ist mehr."));

    public static readonly Problem BudgetExhausted = new("budget-exhausted", 409,
        new("Not enough money left", "Nicht genug Geld frei"),
        new("{committed} of {budget} is promised; {wanted} more is wanted.", "{committed} von {budget} sind zugesagt; {wanted} mehr werden verlangt."));
}
