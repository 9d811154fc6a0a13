
namespace Auridis.Grants.Api.Features.SpendingReports;

static class SpendingReportProblems
{
    public static readonly Problem ReportFull = new("report-full", 409,
        new("The report is full", "Der Nachweis ist voll"),
        new("A report takes {receiptLimit} receipts that sum to {sumLimit} at most.", "Ein Nachweis fasst höchstens {receiptLimit} Belege mit einer Summe von {sumLimit}."));

    public static readonly Problem ReceiptsRefused = new("receipts-refused", 400,
        new("Receipts refused", "Belege abgelehnt"),
        new("Some receipts are not good; see errors. None was added.", "Einige Belege sind nicht in Ordnung; siehe errors. Keiner wurde hinzugefügt."));

    public static readonly Problem NarrativeMissing = new("narrative-missing", 409,
        new("The narrative is missing", "Der Sachbericht fehlt"),
        new("A report without a narrative cannot be handed in.", "Ein Nachweis ohne Sachbericht kann nicht eingereicht werden."));

    public static readonly Problem ExpenditureMismatch = new("expenditure-mismatch", 409,
        new("The expenditure does not agree", "Die Ausgaben stimmen nicht überein"),
        new("You declare {declared}, and the {receiptCount} receipts sum to {actual}.", "Sie erklären {declared}, und die {receiptCount} Belege ergeben {actual}."));

    public static readonly Problem NotTheExaminer = new("not-the-examiner", 403,
        new("Another person examines this", "Eine andere Person prüft das"),
        new("Only the person who started the examination records its findings.", "Nur die Person, die die Prüfung begonnen hat, hält deren Ergebnis fest."));

    public static readonly Problem FindingsRefused = new("findings-refused", 400,
        new("Findings refused", "Feststellungen abgelehnt"),
        new("Some findings are not good; see errors. None was recorded.", "Einige Feststellungen sind nicht in Ordnung; siehe errors. Keine wurde festgehalten."));

    public static readonly Problem ExaminationIncomplete = new("examination-incomplete", 409,
        new("The examination is incomplete", "Die Prüfung ist unvollständig"),
        new("Before a report is accepted, the examiner records findings, with one for each flagged receipt; {missing} of these have none.",
            "Vor der Abnahme hält die prüfende Person ihre Feststellungen fest, zu jedem gekennzeichneten Beleg eine; zu {missing} davon fehlt sie."));

    public static readonly Problem PaymentsOpen = new("payments-open", 409,
        new("Payments are open", "Zahlungen sind offen"),
        new("{open} of the award are drawn and not yet settled; until then nobody can tell what was paid.",
            "{open} der Zuwendung sind abgerufen und noch nicht gebucht; bis dahin steht nicht fest, was gezahlt wurde."));
}
