namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>A criterion's score.</summary>
/// <param name="Criterion">The code of one of the programme's criteria.</param>
/// <param name="Points">0 to 10, whole.</param>
/// <param name="Comment">The reason for the score, up to 4,000 characters.</param>
sealed record Score(string Criterion, int Points, string Comment);
