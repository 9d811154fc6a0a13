namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What recording findings comes to. The report's version is the ETag: another person can accept it.</summary>
/// <param name="Report">The report as it is now.</param>
/// <param name="Statement">The numeric statement that the findings lead to.</param>
/// <param name="MissingFindings">
/// The flagged receipts that have no finding yet, by their ids, the first 200 of them; the report can be accepted once there are none.
/// </param>
sealed record FindingsRecorded(SpendingReport Report, Statement Statement, IReadOnlyList<Guid> MissingFindings) : IVersioned
{
    int IVersioned.Version => Report.Version;
}
