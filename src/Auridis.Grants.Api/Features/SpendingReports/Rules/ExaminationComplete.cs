namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>An examination is complete when the examiner has recorded findings, and has a finding on each flagged receipt.</summary>
static class ExaminationComplete
{
    public static async Task<Problem?> WhyRefused(Tx tx, SpendingReport report)
    {
        var unexamined = await tx.All<Receipt>(SelectUnexamined, new { report.Id });
        var missing = unexamined.Count(receipt => receipt.Flags.Count > 0);
        return report.FindingsBy is null || missing > 0
            ? SpendingReportProblems.ExaminationIncomplete.With(("missingCount", missing))
            : null;
    }

    const string SelectUnexamined = Receipt.Select + " where r.SpendingReportId = @Id and r.RecognisedCents is null";
}
