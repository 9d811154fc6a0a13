namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// The final report counts the receipts of the interim reports, so that none is entered twice. It is submitted once they are handed in, and
/// accepted once they are accepted: from then on nothing changes in them.
/// </summary>
static class InterimReportsFirst
{
    /// <summary>Why the final report is not submitted now; null when it can be, or when it is an interim report.</summary>
    public static Task<Problem?> WhyNotSubmitted(Tx tx, SpendingReport report) =>
        WhyRefused(tx, report, "'due', 'draft', 'returned'");

    /// <summary>Why the final report is not accepted now. The caller holds the award, as whoever accepts an interim report does.</summary>
    public static Task<Problem?> WhyNotAccepted(Tx tx, SpendingReport report) =>
        WhyRefused(tx, report, "'due', 'draft', 'returned', 'submitted', 'in-examination'");

    static async Task<Problem?> WhyRefused(Tx tx, SpendingReport report, string open)
    {
        if (!report.IsFinal)
            return null;
        var references = await tx.All<string>(
            $"select Reference from SpendingReport where AwardId = @AwardId and Kind = 'interim' and Status in ({open}) order by Seq",
            new { report.AwardId });
        return references.Count == 0
            ? null
            : SpendingReportProblems.InterimReportOpen.With(("openReports", references.ToArray()));
    }
}
