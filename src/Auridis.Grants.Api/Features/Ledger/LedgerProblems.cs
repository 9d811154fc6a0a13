
namespace Auridis.Grants.Api.Features.Ledger;

static class LedgerProblems
{
    /// <summary>The journal takes nothing back: a date that cannot be must not give an entry its fiscal year.</summary>
    public static readonly Problem BookingDateImplausible = new("booking-date-implausible", 409,
        new("Implausible booking date", "Unplausibles Buchungsdatum"),
        new("The bank can have booked between {earliest} and {today}, not on {bookedOn}.",
            "Die Bank kann zwischen dem {earliest} und dem {today} gebucht haben, nicht am {bookedOn}."));

    /// <summary>
    /// The problem with a booking date that is before <paramref name="earliest"/> or after today; null when there is none.
    /// </summary>
    public static Problem? WhyImplausible(DateOnly bookedOn, DateOnly? earliest, DateOnly today) => bookedOn < earliest || bookedOn > today
        ? BookingDateImplausible.With(("earliest", earliest), ("today", today), ("bookedOn", bookedOn))
        : null;
}
