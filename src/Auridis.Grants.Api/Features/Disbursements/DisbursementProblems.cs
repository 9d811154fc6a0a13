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
        new("No second person has verified this bank account yet.", "Dieses Konto hat noch keine zweite Person geprüft."));

    public static readonly Problem ReportOverdue = new("report-overdue", 409,
        new("Spending report overdue", "Verwendungsnachweis überfällig"),
        new("The spending report was due on {dueOn} and has not been submitted; today is {today}.",
            "Der Verwendungsnachweis war am {dueOn} fällig und liegt nicht vor; heute ist der {today}."))
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
}
