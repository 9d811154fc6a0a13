namespace Auridis.Grants.Api.Features.Awards;

/// <summary>What a caseworker allows a site to have unspent past its use-by date.</summary>
/// <param name="Amount">How much of it.</param>
/// <param name="EndsOn">The last day on which that holds.</param>
/// <param name="Reason">Why.</param>
sealed record LateUse(Money Amount, DateOnly EndsOn, string Reason);
