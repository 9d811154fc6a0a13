using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Api.Disbursements;

static class DisbursementProblems
{
    public static readonly ProblemType AwardNotActive = new("award-not-active", 409,
        new("Award not active", "Zuwendung nicht bestandskräftig"),
        new("The award is '{actual}'; money can be requested once it is active.", "Die Zuwendung ist '{actual}'; Mittel können erst abgerufen werden, wenn sie bestandskräftig ist."));

    public static readonly ProblemType AwardExceeded = new("award-exceeded", 409,
        new("Award exceeded", "Zuwendung überschritten"),
        new("{available} of the award is left; {requested} was requested.", "Von der Zuwendung sind noch {available} frei; abgerufen wurden {requested}."));

    public static readonly ProblemType BankAccountUnknown = new("bank-account-unknown", 409,
        new("Unknown bank account", "Unbekanntes Konto"),
        new("The youth office has no such bank account.", "Das Jugendamt hat kein solches Konto."));

    public static readonly ProblemType BankAccountUnverified = new("bank-account-unverified", 409,
        new("Bank account not verified", "Konto nicht geprüft"),
        new("No second person has verified this bank account yet.", "Dieses Konto hat noch keine zweite Person geprüft."));

    public static readonly ProblemType ReportOverdue = new("report-overdue", 409,
        new("Spending report overdue", "Verwendungsnachweis überfällig"),
        new("The spending report was due on {dueOn} and has not been handed in; today is {today}.",
            "Der Verwendungsnachweis war am {dueOn} fällig und liegt nicht vor; heute ist der {today}."));

    public static readonly ProblemType SettlementNotRecorded = new("settlement-not-recorded", 409,
        new("Settlement not recorded", "Buchung nicht erfasst"),
        new("Nobody has recorded what the bank booked.", "Noch hat niemand erfasst, was die Bank gebucht hat."));

    public static readonly ProblemType BookingDateImplausible = new("booking-date-implausible", 409,
        new("Implausible booking date", "Unplausibles Buchungsdatum"),
        new("The bank can have booked between {earliest} and {today}, not on {bookedOn}.",
            "Die Bank kann zwischen dem {earliest} und dem {today} gebucht haben, nicht am {bookedOn}."));

    public static readonly ProblemType FinalReportAccepted = new("final-report-accepted", 409,
        new("The final report is accepted", "Der Verwendungsnachweis ist abgenommen"),
        new("The award has been accounted for; its payments are final.", "Die Zuwendung ist abgerechnet; ihre Auszahlungen sind endgültig."));
}
