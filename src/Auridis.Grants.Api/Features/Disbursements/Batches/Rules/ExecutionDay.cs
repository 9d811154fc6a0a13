namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// The bank pays on a working day: today at the earliest, and not later than thirty days from now, so that what is owed does not lie in a
/// batch.
/// </summary>
static class ExecutionDay
{
    public const int MostDaysAhead = 30;

    public static Problem? WhyRefused(DateOnly executionOn, DateOnly today)
    {
        var message = executionOn < today ? Bilingual.Of("Not before today.", "Nicht vor dem heutigen Tag.")
            : executionOn > today.AddDays(MostDaysAhead) ? Bilingual.Of(
                $"At most {MostDaysAhead} days from today.", $"Höchstens {MostDaysAhead} Tage nach dem heutigen Tag.")
            : !WorkingDays.IsWorkingDay(executionOn) ? Bilingual.Of(
                "Not a working day in North Rhine-Westphalia.", "Kein Arbeitstag in Nordrhein-Westfalen.")
            : null;
        return message is null ? null : Problems.ValidationFailed.At("/executionOn", message);
    }
}
