namespace Auridis.Grants.Api.Features.BaseRates;

static class BaseRateProblems
{
    public static readonly Problem RateUsed = new("rate-used", 409,
        new("Interest was reckoned with another rate", "Mit einem anderen Satz wurde schon gerechnet"),
        new("Interest was confirmed for days up to {usedOn}; a base rate that begins on {validFrom} would change it.",
            "Für Tage bis {usedOn} wurden schon Zinsen bestätigt; ein Basiszinssatz ab {validFrom} würde das ändern."))
    {
        Example = [("usedOn", new DateOnly(2022, 12, 31)), ("validFrom", new DateOnly(2022, 7, 1))],
    };

    public static readonly Problem RateMissing = new("rate-missing", 409,
        new("No base rate", "Kein Basiszinssatz"),
        new("No base rate is confirmed for {missingOn}.", "Für {missingOn} ist kein Basiszinssatz bestätigt."))
    {
        Example = [("missingOn", new DateOnly(2022, 12, 21))],
    };
}
