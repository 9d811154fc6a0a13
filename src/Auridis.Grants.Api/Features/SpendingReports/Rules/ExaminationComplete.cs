namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>An examination is complete when the examiner has recorded findings, and has a finding on each flagged receipt.</summary>
static class ExaminationComplete
{
    /// <summary>So many receipts without a finding are named at once.</summary>
    public const int MostNamed = 200;

    public static async Task<Problem?> WhyRefused(Tx tx, SpendingReport report)
    {
        var missing = await tx.One<int>($"select count(*) {Unexamined}", new { report.Id });
        return report.FindingsBy is null || missing > 0
            ? SpendingReportProblems.ExaminationIncomplete.With(("missingCount", missing))
            : null;
    }

    /// <summary>The first of the flagged receipts of a report that have no finding, by their ids.</summary>
    public static Task<List<Guid>> Missing(Session session, Guid reportId) =>
        session.Top<Guid>($"select r.Id {Unexamined} order by r.Seq", new { Id = reportId, Take = MostNamed });

    const string Unexamined = $"""
        from Receipt r join SpendingReport s on s.Id = r.SpendingReportId join Award a on a.Id = s.AwardId
        where r.SpendingReportId = @Id and r.RecognisedCents is null and {ReceiptFlags.Any}
        """;
}
