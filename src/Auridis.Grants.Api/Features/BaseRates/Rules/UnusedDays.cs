namespace Auridis.Grants.Api.Features.BaseRates;

/// <summary>
/// A rate that interest was confirmed with is never changed, and no other begins inside the days that it was used for. One that was not
/// used is put right by another for the same day, which replaces it. Asked while the rates are held.
/// </summary>
static class UnusedDays
{
    /// <param name="validFrom">The first day of a new rate.</param>
    public static async Task<Problem?> WhyRefused(Session session, DateOnly validFrom) =>
        (await session.Top<BaseRate>(SelectUsed, new { ValidFrom = validFrom, Take = 1 })).SingleOrDefault() is { } used
            ? BaseRateProblems.RateUsed.With(("usedOn", used.UsedOn), ("validFrom", validFrom))
            : null;

    const string SelectUsed = BaseRate.Select + " where ValidFrom <= @ValidFrom and UsedOn >= @ValidFrom order by ValidFrom desc";
}
