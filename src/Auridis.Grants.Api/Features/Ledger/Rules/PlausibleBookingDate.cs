namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>
/// The bank can have booked neither before the business event that it books nor after today. The journal takes nothing back: a date that
/// cannot be must not give an entry its fiscal year.
/// </summary>
static class PlausibleBookingDate
{
    /// <param name="earliest">The day of the business event.</param>
    public static Problem? WhyRefused(DateOnly bookedOn, DateOnly? earliest, DateOnly today) => bookedOn < earliest || bookedOn > today
        ? LedgerProblems.BookingDateImplausible.With(("earliestOn", earliest), ("today", today), ("bookedOn", bookedOn))
        : null;
}
