namespace Auridis.Grants.Api.Features.Interest;

/// <summary>
/// What is open bears interest: from the day after it began to be owed to the day on which it was paid, that day included. What came in is
/// taken off what is owed by then, whichever was recorded first.
/// </summary>
static class OpenOverTime
{
    /// <summary>The days on which something is open, each stretch with its sum, in their order.</summary>
    /// <param name="until">The last day, included.</param>
    public static IReadOnlyList<(DateOnly StartsOn, DateOnly EndsOn, long Cents)> Of(IEnumerable<SumOwed> owed, DateOnly until)
    {
        List<(DateOnly StartsOn, DateOnly EndsOn, long Cents)> stretches = [];
        var days = owed.GroupBy(each => each.On).OrderBy(day => day.Key).Where(day => day.Key < until)
            .Select(day => (day.Key, Cents: day.Sum(each => each.Amount.Cents))).ToList();
        var balance = 0L;
        for (var i = 0; i < days.Count; i++)
        {
            balance += days[i].Cents;
            var endsOn = i + 1 < days.Count ? days[i + 1].Key : until;
            if (balance <= 0 || days[i].Key == endsOn)
                continue;
            if (stretches.Count > 0 && stretches[^1] is var (_, before, cents) && before == days[i].Key && cents == balance)
                stretches[^1] = stretches[^1] with { EndsOn = endsOn };
            else
                stretches.Add((days[i].Key.AddDays(1), endsOn, balance));
        }
        return stretches;
    }
}
