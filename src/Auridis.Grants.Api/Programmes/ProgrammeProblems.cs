using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Api.Programmes;

static class ProgrammeProblems
{
    public static readonly ProblemType CodeTaken = new("programme-code-taken", 409,
        new("Programme code taken", "Programmcode vergeben"),
        new("There is a programme with the code '{programmeCode}'.", "Es gibt schon ein Programm mit dem Code '{programmeCode}'."));

    public static readonly ProblemType NotYetOpen = new("window-not-open", 409,
        new("Outside the application window", "Außerhalb des Antragszeitraums"),
        new("The programme can be opened from {opensOn} to {closesOn}; today is {today}.",
            "Das Programm kann vom {opensOn} bis zum {closesOn} geöffnet werden; heute ist der {today}."));

    public static readonly ProblemType DeadlineNotPassed = new("deadline-not-passed", 409,
        new("Deadline not passed", "Frist nicht abgelaufen"),
        new("Applications can be handed in until the end of {closesOn}; today is {today}.",
            "Anträge können bis zum Ablauf des {closesOn} gestellt werden; heute ist der {today}."));

    public static readonly ProblemType LotMismatch = new("lot-mismatch", 409,
        new("The secret does not fit", "Das Geheimnis passt nicht"),
        new("SHA-256 of this secret is not the commitment that was published before the programme opened.",
            "SHA-256 dieses Geheimnisses ist nicht der Wert, der vor der Öffnung des Programms veröffentlicht wurde."));
}
