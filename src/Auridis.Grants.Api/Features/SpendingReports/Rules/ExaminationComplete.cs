namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>An examination is complete when the examiner has recorded findings, and has a finding on each flagged receipt.</summary>
static class ExaminationComplete
{
    public static async Task<Problem?> WhyRefused(Tx tx, SpendingReport report)
    {
        var missing = await Missing(tx, report.Id);
        return report.FindingsBy is null || missing.Count > 0
            ? SpendingReportProblems.ExaminationIncomplete.With(("missingCount", missing.Count))
            : null;
    }

    /// <summary>The flagged receipts of a report that have no finding, by their ids.</summary>
    public static async Task<List<Guid>> Missing(Session session, Guid reportId) =>
    [
        .. (await session.All<Receipt>(SelectUnexamined, new { Id = reportId }))
            .Where(receipt => receipt.Flags.Count > 0)
            .Select(receipt => receipt.Id),
    ];

    const string SelectUnexamined = Receipt.Select + " where r.SpendingReportId = @Id and r.RecognisedCents is null order by r.Seq";
}
