namespace Auridis.Grants.Api.Features.Ledger;

static class LedgerProblems
{
    public static readonly Problem PeriodOpen = new("period-open", 409,
        new("An earlier month is open", "Ein früherer Monat ist offen"),
        new("Months are closed one after the other; {openMonth} is still open.",
            "Monate werden der Reihe nach abgeschlossen; {openMonth} ist noch offen."))
    {
        Example = [("openMonth", "2019-02")],
    };

    public static readonly Problem MonthNotOver = new("month-not-over", 409,
        new("The month is not over", "Der Monat ist nicht vorbei"),
        new("{month} can be closed once it is over; today is {today}.",
            "{month} kann abgeschlossen werden, wenn er vorbei ist; heute ist der {today}."))
    {
        Example = [("month", "2019-02"), ("today", new DateOnly(2019, 2, 28))],
    };

    public static readonly Problem BookingDateImplausible = new("booking-date-implausible", 409,
        new("Implausible booking date", "Unplausibles Buchungsdatum"),
        new("The bank can have booked between {earliestOn} and {today}, not on {bookedOn}.",
            "Die Bank kann zwischen dem {earliestOn} und dem {today} gebucht haben, nicht am {bookedOn}."))
    {
        Example =
        [
            ("earliestOn", new DateOnly(2019, 2, 6)),
            ("today", new DateOnly(2019, 2, 11)),
            ("bookedOn", new DateOnly(2019, 2, 5)),
        ],
    };
}
