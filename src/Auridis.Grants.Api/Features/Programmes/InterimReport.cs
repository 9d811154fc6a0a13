namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>An interim report (Zwischennachweis) that a programme asks for.</summary>
/// <param name="Until">The last day that it covers, within the funding period and before its last day.</param>
/// <param name="Months">The months after that day in which it is due, 1 to 24.</param>
sealed record InterimReport(DateOnly Until, int Months);
