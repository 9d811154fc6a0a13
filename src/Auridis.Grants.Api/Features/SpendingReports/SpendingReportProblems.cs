namespace Auridis.Grants.Api.Features.SpendingReports;

static class SpendingReportProblems
{
    public static readonly Problem ReportFull = new("report-full", 409,
        new("The report is full", "Der Nachweis ist voll"),
        new("A report holds at most {receiptLimit} receipts, with a sum of at most {sumLimit}.",
            "Ein Nachweis fasst höchstens {receiptLimit} Belege mit einer Summe von höchstens {sumLimit}."))
    {
        Example = [("receiptLimit", ReportLimits.MostReceipts), ("sumLimit", ReportLimits.LargestSum)],
    };

    public static readonly Problem ReceiptsRefused = new("receipts-refused", 400,
        new("Receipts refused", "Belege abgelehnt"),
        new("Some receipts are invalid; see errors. None was added.",
            "Einige Belege sind fehlerhaft; siehe errors. Keiner wurde hinzugefügt."))
    {
        ExampleError = ("/receipts/2/number", "The award already has a receipt with this number."),
    };

    public static readonly Problem ImportApplied = new("import-applied", 409,
        new("The import is applied", "Der Import ist übernommen"),
        new("The rows of this file are receipts of the report already.", "Die Zeilen dieser Datei sind schon Belege des Nachweises."));

    public static readonly Problem ImportOpen = new("import-open", 409,
        new("Another import is open", "Ein anderer Import ist offen"),
        new("The report has an import that is neither applied nor discarded; see receiptImportId. A report has one at a time.",
            "Der Nachweis hat einen Import, der weder übernommen noch verworfen ist; siehe receiptImportId. Mehr als "
                + "einen hat ein Nachweis nicht."))
    {
        Example = [("receiptImportId", Guid.Parse("01926f3a-5c00-7000-8000-000000000031"))],
    };

    public static readonly Problem ImportOutdated = new("import-outdated", 409,
        new("The import is outdated", "Der Import ist überholt"),
        new("Since the file was checked, something has changed: {reason}. Send it again.",
            "Seit der Prüfung der Datei hat sich etwas geändert: {reason}. Senden Sie sie erneut."))
    {
        Example = [("reason", "the report has a receipt R-2020-012 by now")],
    };

    public static readonly Problem TooEarly = new("report-too-early", 409,
        new("The period has not ended", "Der Zeitraum ist nicht zu Ende"),
        new("The period of the report ends on {endsOn}. A project that ended before that is declared with finishedEarly.",
            "Der Zeitraum des Nachweises endet am {endsOn}. Ein Vorhaben, das früher endete, wird mit finishedEarly erklärt."))
    {
        Example = [("endsOn", new DateOnly(2020, 12, 31))],
    };

    public static readonly Problem InterimReportOpen = new("interim-report-open", 409,
        new("An interim report is open", "Ein Zwischennachweis ist offen"),
        new("The final report counts the receipts of the interim reports: they are submitted before it is, and accepted before it is. "
                + "See openReports.",
            "Der Verwendungsnachweis zählt die Belege der Zwischennachweise: Er wird eingereicht, wenn sie vorliegen, und angenommen, "
                + "wenn sie angenommen sind. Siehe openReports."))
    {
        Example = [("openReports", new[] { "GA-2018-A-Z-03-ZN1" })],
    };

    public static readonly Problem InterimReport = new("interim-report", 409,
        new("This is an interim report", "Dies ist ein Zwischennachweis"),
        new("Nothing is claimed back by an interim report, so nobody is heard on it.",
            "Durch einen Zwischennachweis wird nichts zurückgefordert, also wird zu ihm niemand angehört."));

    public static readonly Problem ReceiptsListed = new("receipts-listed", 409,
        new("The report lists its receipts", "Der Nachweis führt seine Belege auf"),
        new("Receipts are asked for where a report states totals of lines; this one has all of its receipts.",
            "Belege werden angefordert, wo ein Nachweis Summen der Positionen angibt; dieser enthält alle seine Belege."));

    public static readonly Problem CreditAboveReceipt = new("credit-above-receipt", 409,
        new("Credited more than was paid", "Mehr gutgeschrieben als gezahlt"),
        new("The credit notes of receipt {receiptNumber} sum to {credited}, and it was {paid}.",
            "Die Gutschriften zum Beleg {receiptNumber} ergeben {credited}, und er lautet über {paid}."))
    {
        Example = [("receiptNumber", "R-2020-012"), ("credited", new Money(12_000_00)), ("paid", new Money(10_000_00))],
    };

    public static readonly Problem NarrativeMissing = new("narrative-missing", 409,
        new("The narrative is missing", "Der Sachbericht fehlt"),
        new("A report without a narrative cannot be submitted.", "Ein Nachweis ohne Sachbericht kann nicht eingereicht werden."));

    public static readonly Problem AnswersMissing = new("answers-missing", 409,
        new("Answers are missing", "Antworten fehlen"),
        new("The report does not answer required questions of the programme; missing points to them in the award.",
            "Der Nachweis beantwortet Pflichtfragen des Programms nicht; missing zeigt auf sie in der Zuwendung."))
    {
        Example = [("missing", new[] { "/terms/questions/0" })],
    };

    public static readonly Problem ExpenditureMismatch = new("expenditure-mismatch", 409,
        new("The expenditure does not agree", "Die Ausgaben stimmen nicht überein"),
        new("You declare {declared}, and the report comes to {expenditure}, with {receiptCount} receipts.",
            "Sie erklären {declared}, und der Nachweis ergibt {expenditure}, mit {receiptCount} Belegen."))
    {
        Example = [("declared", new Money(94_000_00)), ("expenditure", new Money(95_000_00)), ("receiptCount", 2)],
    };

    public static readonly Problem NotTheExaminer = new("not-the-examiner", 403,
        new("Another person examines this report", "Eine andere Person prüft diesen Nachweis"),
        new("Only the current examiner records findings.", "Nur die prüfende Person hält Feststellungen fest."));

    public static readonly Problem FindingsRefused = new("findings-refused", 400,
        new("Findings refused", "Feststellungen abgelehnt"),
        new("Some findings are invalid; see errors. None was recorded.",
            "Einige Feststellungen sind fehlerhaft; siehe errors. Keine wurde festgehalten."))
    {
        ExampleError = ("/findings/0/recognised", "The amount of the receipt is 1,200.00 EUR."),
    };

    public static readonly Problem ExaminationIncomplete = new("examination-incomplete", 409,
        new("The examination is incomplete", "Die Prüfung ist unvollständig"),
        new("The examiner must record findings, with one for each flagged receipt; {missingCount} flagged receipts have none.",
            "Die prüfende Person muss Feststellungen festhalten, zu jedem gekennzeichneten Beleg eine; "
                + "bei {missingCount} gekennzeichneten Belegen fehlt sie."))
    {
        Example = [("missingCount", 3)],
    };

    public static readonly Problem ReceiptsOutstanding = new("receipts-outstanding", 409,
        new("Receipts are outstanding", "Belege stehen aus"),
        new("The office was asked for receipts, and has not shown all of the totals yet. It has until {replyBy}.",
            "Das Jugendamt wurde um Belege gebeten und hat die Summen noch nicht ganz belegt. Es hat bis {replyBy} Zeit."))
    {
        Example = [("replyBy", new DateOnly(2021, 3, 23))],
    };

    public static readonly Problem HearingOpen = new("hearing-open", 409,
        new("The hearing is open", "Die Anhörung ist offen"),
        new("The office is heard before {claim} are claimed: on at least this sum, until its reply has come or the day for it has "
                + "passed. It was heard on {heard}.",
            "Das Jugendamt wird angehört, bevor {claim} zurückgefordert werden: zu mindestens dieser Summe, bis es geantwortet hat oder "
                + "die Frist abgelaufen ist. Angehört wurde es zu {heard}."))
    {
        Example = [("claim", new Money(5_000_00)), ("heard", new Money(5_000_00)), ("replyBy", new DateOnly(2021, 4, 6))],
    };

    public static readonly Problem HearingMissing = new("hearing-missing", 409,
        new("There is no hearing to reply to", "Es gibt keine Anhörung, auf die geantwortet wird"),
        new("The office has not been heard on this report.", "Das Jugendamt ist zu diesem Nachweis nicht angehört worden."));

    public static readonly Problem PaymentsOpen = new("payments-open", 409,
        new("Payments are open", "Zahlungen sind offen"),
        new("{open} of the award are drawn and not yet settled; what was paid is not yet certain.",
            "{open} der Zuwendung sind abgerufen und noch nicht gebucht; was gezahlt wurde, steht noch nicht fest."))
    {
        Example = [("open", new Money(20_000_00))],
    };
}
