namespace Auridis.Grants.Api.Features.Disbursements;

static class DisbursementProblems
{
    public static readonly Problem AwardNotActive = new("award-not-active", 409,
        new("Award not active", "Zuwendung nicht aktiv"),
        new("The award is '{actual}'; money can be requested only while it is 'active'.",
            "Die Zuwendung ist „{actual}“; Mittel können nur abgerufen werden, solange sie „active“ ist."))
    {
        Example = [("actual", "accepted")],
    };

    public static readonly Problem AwardExceeded = new("award-exceeded", 409,
        new("Award exceeded", "Zuwendung überschritten"),
        new("{available} of the award is left; {requested} was requested.",
            "Von der Zuwendung sind noch {available} frei; abgerufen wurden {requested}."))
    {
        Example = [("available", new Money(60_000_00)), ("requested", new Money(80_000_00))],
    };

    public static readonly Problem BankAccountUnknown = new("bank-account-unknown", 409,
        new("Unknown bank account", "Unbekanntes Konto"),
        new("The youth office has no such bank account.", "Das Jugendamt hat kein solches Konto."));

    public static readonly Problem BankAccountUnverified = new("bank-account-unverified", 409,
        new("Bank account not verified", "Konto nicht geprüft"),
        new("The bank account is '{actual}'; money goes only to one that a second person has verified.",
            "Das Konto ist „{actual}“; gezahlt wird nur auf ein Konto, das eine zweite Person geprüft hat."))
    {
        Example = [("actual", "blocked")],
    };

    public static readonly Problem CreditExceeded = new("credit-exceeded", 409,
        new("More than the credit", "Mehr als das Guthaben"),
        new("{available} of the credit is not on its way to the site yet; {requested} was to be refunded.",
            "Vom Guthaben sind {available} noch nicht zur Auszahlung vorgesehen; erstattet werden sollten {requested}."))
    {
        Example = [("available", new Money(5_000_00)), ("requested", new Money(10_000_00))],
    };

    public static readonly Problem RefundNotRetried = new("refund-not-retried", 409,
        new("A refund is requested anew", "Eine Erstattung wird neu veranlasst"),
        new("This payment is a refund. What failed of it is a credit again, which the treasury refunds anew on the claim.",
            "Diese Zahlung ist eine Erstattung. Was davon nicht ankam, ist wieder Guthaben; die Zahlungsabwicklung erstattet es auf der "
            + "Forderung neu."));

    public static readonly Problem ReportOverdue = new("report-overdue", 409,
        new("Spending report overdue", "Verwendungsnachweis überfällig"),
        new("A spending report of the award was to be submitted, or mended and submitted again, by {dueOn}; today is {today}.",
            "Ein Nachweis der Zuwendung war bis {dueOn} einzureichen oder überarbeitet wieder einzureichen; heute ist der {today}."))
    {
        Example = [("dueOn", new DateOnly(2021, 6, 30)), ("today", new DateOnly(2021, 7, 5))],
    };

    public static readonly Problem SettlementNotRecorded = new("settlement-not-recorded", 409,
        new("Settlement not recorded", "Buchung nicht erfasst"),
        new("Nobody has recorded the bank's booking of this payment yet.",
            "Noch hat niemand erfasst, wie die Bank diese Zahlung gebucht hat."));

    public static readonly Problem ReturnNotRecorded = new("return-not-recorded", 409,
        new("Return not recorded", "Rückläufer nicht erfasst"),
        new("Nobody has recorded that the bank returned this payment.",
            "Noch hat niemand erfasst, dass die Bank diese Zahlung zurückgegeben hat."));

    public static readonly Problem SettlementRecorded = new("settlement-recorded", 409,
        new("Settlement recorded", "Buchung erfasst"),
        new("The bank's booking of this payment is recorded; withdraw the record first when it is wrong.",
            "Für diese Zahlung ist eine Buchung der Bank erfasst; ist sie falsch, ist zuerst die Erfassung zurückzunehmen."));

    public static readonly Problem BankRejectionNotRecorded = new("bank-rejection-not-recorded", 409,
        new("Rejection by the bank not recorded", "Ablehnung der Bank nicht erfasst"),
        new("Nobody has recorded that the bank rejected this payment.",
            "Noch hat niemand erfasst, dass die Bank diese Zahlung abgelehnt hat."));

    public static readonly Problem InBatch = new("in-batch", 409,
        new("In a batch", "In einem Zahlungslauf"),
        new("This payment is in batch {batch}, which hands it to the bank; void the batch first.",
            "Diese Zahlung ist im Zahlungslauf {batch}, der sie der Bank übergibt; zuerst ist der Zahlungslauf zu stornieren."))
    {
        Example = [("batch", "ZL-2019-0001")],
    };

    public static readonly Problem StopNotProposed = new("stop-not-proposed", 409,
        new("Stop not proposed", "Anhalten nicht vorgeschlagen"),
        new("Nobody has proposed to stop this payment.", "Niemand hat vorgeschlagen, diese Zahlung anzuhalten."));

    public static readonly Problem NothingRecorded = new("nothing-recorded", 409,
        new("Nothing to take back", "Nichts zurückzunehmen"),
        new("Nothing is recorded of this payment that is not confirmed.",
            "Zu dieser Zahlung ist nichts erfasst, was noch nicht bestätigt ist."));

    public static readonly Problem UnspentExceedsPaid = new("unspent-exceeds-paid", 409,
        new("More unspent than paid", "Mehr unverbraucht als gezahlt"),
        new("The request states that {unspent} is unspent, but only {paid} has been paid.",
            "Der Abruf gibt {unspent} als unverbraucht an, gezahlt sind aber nur {paid}."))
    {
        Example = [("unspent", new Money(25_000_00)), ("paid", new Money(20_000_00))],
    };

    public static readonly Problem BeyondReportedExpenditure = new("beyond-reported-expenditure", 409,
        new("Beyond the reported expenditure", "Mehr als die nachgewiesenen Ausgaben"),
        new("The spending report is submitted and declares {expenditure}; with this request {drawn} would be drawn.",
            "Der Verwendungsnachweis liegt vor und weist {expenditure} nach; mit diesem Abruf wären {drawn} abgerufen."))
    {
        Example = [("expenditure", new Money(75_000_00)), ("drawn", new Money(80_000_00))],
    };

    public static readonly Problem FinalReportAccepted = new("final-report-accepted", 409,
        new("The final report is accepted", "Der Verwendungsnachweis ist abgenommen"),
        new("The award has been accounted for: the site is entitled to {entitlement}, of which {available} is left; "
            + "{requested} was requested.",
            "Die Zuwendung ist abgerechnet: Der Standort hat Anspruch auf {entitlement}, davon sind noch {available} frei; "
            + "abgerufen wurden {requested}."))
    {
        Example = [("entitlement", new Money(75_000_00)), ("available", new Money(5_000_00)), ("requested", new Money(10_000_00))],
    };

    public static readonly Problem FinalReportReopened = new("final-report-reopened", 409,
        new("The final report is examined anew", "Der Verwendungsnachweis wird erneut geprüft"),
        new("Until it is accepted again, the site draws no more than the {entitlement} that it came to, of which {available} is left; "
            + "{requested} was requested.",
            "Bis er wieder angenommen ist, wird nicht mehr abgerufen als die {entitlement}, die er ergab; davon sind noch {available} "
            + "frei; abgerufen wurden {requested}."))
    {
        Example = [("entitlement", new Money(75_000_00)), ("available", new Money(5_000_00)), ("requested", new Money(10_000_00))],
    };

    public static readonly Problem NeedExceeded = new("need-exceeded", 409,
        new("More than is needed", "Mehr als benötigt"),
        new("{need} is due within the coming use-by period, of which {unspent} is there; {requested} was requested.",
            "In der kommenden Verwendungsfrist sind {need} zu zahlen, davon sind {unspent} vorhanden; abgerufen wurden {requested}."))
    {
        Example = [("need", new Money(25_000_00)), ("unspent", new Money(10_000_00)), ("requested", new Money(20_000_00))],
    };

    public static readonly Problem FundsUnused = new("funds-unused", 409,
        new("Funds not used in time", "Mittel nicht fristgerecht verwendet"),
        new("{unspent} is unspent, but of what was paid only {inTime} may still be used, and {allowed} was allowed beyond that: "
            + "{tooLong} has been there for too long.",
            "{unspent} sind unverbraucht; von den gezahlten Mitteln dürfen nur {inTime} noch verwendet werden, und {allowed} sind darüber "
            + "hinaus zugelassen: {tooLong} liegen zu lange."))
    {
        Example =
        [
            ("unspent", new Money(30_000_00)), ("inTime", new Money(25_000_00)), ("allowed", new Money(0)),
            ("tooLong", new Money(5_000_00)),
        ],
    };

    public static readonly Problem OwnFundsFirst = new("own-funds-first", 409,
        new("Own funds first", "Eigene Mittel zuerst"),
        new("The plan has {planned} of own and third-party money, which is used first; {used} has been used.",
            "Der Finanzierungsplan sieht {planned} an Eigen- und Drittmitteln vor, die zuerst einzusetzen sind; eingesetzt sind {used}."))
    {
        Example = [("planned", new Money(20_000_00)), ("used", new Money(12_500_00))],
    };

    public static readonly Problem ProRataExceeded = new("pro-rata-exceeded", 409,
        new("More than the grant's share", "Mehr als der Anteil der Zuwendung"),
        new("Of {expenditure} spent and to be paid the grant's share is {share}; with this request {drawn} would be drawn.",
            "Von {expenditure} an geleisteten und anstehenden Ausgaben trägt die Zuwendung {share}; mit diesem Abruf wären {drawn} "
            + "abgerufen."))
    {
        Example = [("expenditure", new Money(20_000_00)), ("share", new Money(12_000_00)), ("drawn", new Money(15_000_00))],
    };

    public static readonly Problem HoldbackReserved = new("holdback-reserved", 409,
        new("Held back until the report is accepted", "Bis zur Abnahme des Verwendungsnachweises einbehalten"),
        new("{percent} percent of the award are held back until the final report is accepted: {releasable} can be drawn before; with "
            + "this request {drawn} would be drawn.",
            "{percent} Prozent der Zuwendung werden bis zur Abnahme des Verwendungsnachweises einbehalten: Vorher sind {releasable} "
            + "abrufbar; mit diesem Abruf wären {drawn} abgerufen."))
    {
        Example = [("percent", 10), ("releasable", new Money(86_400_00)), ("drawn", new Money(90_000_00))],
    };
}
