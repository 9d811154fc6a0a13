namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What recording findings comes to.</summary>
/// <param name="Id">The report.</param>
/// <param name="Version">Its version with these findings.</param>
/// <param name="Statement">The numeric statement that they lead to.</param>
sealed record FindingsRecorded(Guid Id, int Version, Statement Statement) : IResource;
