
namespace Auridis.Grants.Api.Features.Applications;

static class ApplicationProblems
{
    public static readonly Problem OfficeUnknown = new("office-unknown", 403,
        new("Youth office unknown", "Jugendamt unbekannt"),
        new("Your token acts for no youth office that is known here.", "Ihr Token handelt für kein Jugendamt, das hier bekannt ist."));

    public static readonly Problem ProgrammeNotOpen = new("programme-not-open", 409,
        new("The programme takes no applications", "Das Programm nimmt keine Anträge an"),
        new("The programme is '{programmeStatus}'; its window runs from {opensOn} to {closesOn}, and today is {today}.",
            "Das Programm ist '{programmeStatus}'; Anträge sind vom {opensOn} bis zum {closesOn} möglich, heute ist der {today}."));

    public static readonly Problem DeadlinePassed = new("deadline-passed", 409,
        new("Deadline passed", "Frist abgelaufen"),
        new("Applications could be handed in until the end of {closesOn}; today is {today}.",
            "Anträge konnten bis zum Ablauf des {closesOn} gestellt werden; heute ist der {today}."));

    public static readonly Problem OutsideEligibleArea = new("outside-eligible-area", 409,
        new("Outside the eligible area", "Außerhalb des Fördergebiets"),
        new("The youth office {office} lies outside the programme's area.", "Das Jugendamt {office} liegt außerhalb des Fördergebiets."));

    public static readonly Problem ApplicationExists = new("application-exists", 409,
        new("There is an application already", "Es gibt schon einen Antrag"),
        new("The youth office {office} has an application in this programme: {application}.",
            "Das Jugendamt {office} hat in diesem Programm schon einen Antrag: {application}."));

    public static readonly Problem FinancePlanUnbalanced = new("finance-plan-unbalanced", 409,
        new("The finance plan does not add up", "Der Finanzierungsplan geht nicht auf"),
        new("Requested, own and third-party funds are {funds} in all, the lines {expenditure}; the two must be equal.",
            "Beantragte Mittel, Eigen- und Drittmittel sind zusammen {funds}, die Posten {expenditure}; beides muss gleich sein."));

    public static readonly Problem UnknownCategory = new("unknown-category", 409,
        new("Unknown category", "Unbekannte Kategorie"),
        new("The programme has no budget category '{category}'.", "Das Programm hat keine Kategorie '{category}'."));

    public static readonly Problem ChecklistIncomplete = new("checklist-incomplete", 409,
        new("Not the programme's checklist", "Nicht die Prüfliste des Programms"),
        new("Each item of the programme's checklist is answered once, and no other; see missing and unknown.",
            "Jeder Punkt der Prüfliste des Programms ist einmal zu beantworten, sonst keiner; siehe missing und unknown."));
}
