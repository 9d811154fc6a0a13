namespace Auridis.Grants.Api.Features.Ledger;

static class LedgerProblems
{
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
