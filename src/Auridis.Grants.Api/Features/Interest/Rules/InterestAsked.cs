namespace Auridis.Grants.Api.Features.Interest;

/// <summary>
/// What is asked of the interest that was reckoned: all of it, or nothing where it does not reach the terms' minimum, or where it is waived
/// because the site is not to blame and has paid in time.
/// </summary>
static class InterestAsked
{
    /// <returns>Why nothing is asked; null when it is, or when there is nothing to ask.</returns>
    public static string? WhyNothing(Money reckoned, Money? minimum, bool notToBlame) =>
        reckoned.Cents == 0 ? null
        : notToBlame ? NothingBecause.NotToBlame
        : reckoned.Cents < minimum?.Cents ? NothingBecause.BelowMinimum
        : null;
}
