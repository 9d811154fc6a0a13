namespace Auridis.Grants.Api.Features.Awards;

/// <summary>A budget line as an amendment wants it.</summary>
/// <param name="Category">The code of one of the programme's categories.</param>
/// <param name="Amount">What is planned for it; 0.00 where nothing is left.</param>
sealed record AmendedLine(string Category, Money Amount);
