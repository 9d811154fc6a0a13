namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Days on which the same sum bears interest at the same rate.</summary>
/// <param name="StartsOn">The first day, included.</param>
/// <param name="EndsOn">The last day, included.</param>
/// <param name="Days">How many days these are.</param>
/// <param name="ValidFrom">Since when the base rate holds that it is reckoned with.</param>
/// <param name="Percent">The rate in percent a year: the base rate with the surcharge, never below zero.</param>
/// <param name="Sum">What bears interest.</param>
sealed record InterestSegment(DateOnly StartsOn, DateOnly EndsOn, int Days, DateOnly ValidFrom, decimal Percent, Money Sum);
