using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// An accepted report can be examined anew as long as something depends on it: not once its award was terminated, since its site keeps what
/// the termination says, whatever was spent. An interim report only while the final one is not accepted, which counts its receipts.
/// </summary>
static class ReopenableReport
{
    /// <summary>Why the report is not reopened; null when it can be. The caller holds the award.</summary>
    public static async Task<Problem?> WhyRefused(Session session, SpendingReport report)
    {
        if (report.AcceptedOn is null)
        {
            return Problems.WrongState.With(
                ("actual", report.Status), ("expected", $"{SpendingReportStatus.Accepted} | {SpendingReportStatus.PartlyAccepted}"));
        }
        var award = (await Award.Find(session, report.AwardId))!;
        if (award.Status is not (AwardStatus.Active or AwardStatus.Completed))
        {
            return Problems.WrongState.With(
                ("actual", award.Status), ("expected", $"{AwardStatus.Active} | {AwardStatus.Completed}"));
        }
        return !report.IsFinal && await session.OneOrNull<string>(SelectAcceptedFinal, new { report.AwardId }) is { } final
            ? ReportReopeningProblems.CountedInFinalReport.With(("finalReport", final))
            : null;
    }

    const string SelectAcceptedFinal =
        "select Reference from SpendingReport where AwardId = @AwardId and Kind = 'final' and AcceptedOn is not null";
}
