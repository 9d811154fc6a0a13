using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

static class ApplicationProblems
{
    public static readonly Problem OfficeUnknown = new("office-unknown", 403,
        new("Youth office unknown", "Jugendamt unbekannt"),
        new("Your token acts for no youth office that is known here.", "Ihr Token handelt für kein Jugendamt, das hier bekannt ist."));

    public static readonly Problem OutsideEligibleArea = new("outside-eligible-area", 409,
        new("Outside the eligible area", "Außerhalb des Fördergebiets"),
        new("The youth office {office} lies outside the programme's area.", "Das Jugendamt {office} liegt außerhalb des Fördergebiets."))
    {
        Example = [("officeAgs", "05315000")],
    };

    public static readonly Problem ApplicationExists = new("application-exists", 409,
        new("The office has an application already", "Das Jugendamt hat schon einen Antrag"),
        new("The youth office {office} has an application in this programme: {application}.",
            "Das Jugendamt {office} hat in diesem Programm schon einen Antrag: {application}."))
    {
        Example = [("officeAgs", "05512000"), ("applicationId", Guid.Parse("01926f3a-5c00-7000-8000-000000000006"))],
    };

    public static readonly Problem FinancePlanUnbalanced = new("finance-plan-unbalanced", 409,
        new("The finance plan does not balance", "Der Finanzierungsplan geht nicht auf"),
        new("Requested, own and third-party funds sum to {funds}, the lines to {expenditure}; the two must be equal.",
            "Beantragte Mittel, Eigen- und Drittmittel sind zusammen {funds}, die Posten {expenditure}; beides muss gleich sein."))
    {
        Example = [("funds", new Money(95_000_00)), ("expenditure", new Money(100_000_00))],
    };

    public static readonly Problem PlanAgainstFinancing = new("plan-against-financing", 409,
        new("The plan does not fit the type of financing", "Der Finanzierungsplan passt nicht zur Finanzierungsart"),
        new("With the financing type '{financingType}', {leastAmount} to {mostAmount} can be requested of a planned expenditure of "
                + "{expenditure}; {requested} is requested.",
            "Bei der Finanzierungsart „{financingType}“ können von geplanten Ausgaben von {expenditure} {leastAmount} bis {mostAmount} "
                + "beantragt werden; beantragt sind {requested}."))
    {
        Example =
        [
            ("financingType", FinancingType.Share),
            ("expenditure", new Money(93_410_27)),
            ("leastAmount", new Money(0)),
            ("mostAmount", new Money(62_276_62)),
            ("requested", new Money(62_276_63)),
        ],
    };

    public static readonly Problem UnknownCategory = new("unknown-category", 409,
        new("Unknown category", "Unbekannte Kategorie"),
        new("The programme has no budget category '{category}'.", "Das Programm hat keine Kategorie „{category}“."))
    {
        Example = [("category", "vehicles")],
    };

    public static readonly Problem ChecklistIncomplete = new("checklist-incomplete", 409,
        new("Not the programme's checklist", "Nicht die Prüfliste des Programms"),
        new("Answer each item of the programme's checklist once, and no other; see missing and unknown.",
            "Jeder Punkt der Prüfliste des Programms ist einmal zu beantworten, sonst keiner; siehe missing und unknown."))
    {
        Example = [("missing", new[] { "finance-plan" }), ("unknown", new[] { "colour" })],
    };

    public static readonly Problem MendingDatePassed = new("mending-date-passed", 409,
        new("The time to mend it is over", "Die Frist zur Nachbesserung ist abgelaufen"),
        new("The application could be mended until the end of {mendBy}; today is {today}.",
            "Der Antrag konnte bis zum Ablauf des {mendBy} nachgebessert werden; heute ist der {today}."))
    {
        Example = [("mendBy", new DateOnly(2018, 11, 30)), ("today", new DateOnly(2018, 12, 1))],
    };

    public static readonly Problem Incomplete = new("application-incomplete", 409,
        new("The application is incomplete", "Der Antrag ist unvollständig"),
        new("Members of the content are still missing; see pointers.", "Dem Inhalt fehlen noch Angaben; siehe pointers."))
    {
        Example = [("pointers", new[] { "/milestones", "/financePlan/requested" })],
    };

    public static readonly Problem BeyondPoints = new("beyond-points", 409,
        new("Changes beyond the points", "Änderungen über die genannten Punkte hinaus"),
        new("Only what the points of the return name may differ from the version that was submitted; see pointers.",
            "Nur was die Punkte der Rückgabe nennen, darf von der eingereichten Fassung abweichen; siehe pointers."))
    {
        Example = [("pointers", new[] { "/goals" })],
    };

    public static readonly Problem ReopeningNotProposed = new("reopening-not-proposed", 409,
        new("No reopening is proposed", "Keine Wiederaufnahme ist vorgeschlagen"),
        new("Propose first to reopen the application, with the remedy and the reason.",
            "Zuerst ist die Wiederaufnahme mit Rechtsbehelf und Begründung vorzuschlagen."));
}
