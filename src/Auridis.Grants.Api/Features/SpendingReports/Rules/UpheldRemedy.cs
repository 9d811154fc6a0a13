using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// What was decided on a report stands, unless a remedy against it is upheld: one that was filed since the report was accepted, and was not
/// used to reopen it before. A remedy against the final report reopens the interim ones, too, which it counts.
/// </summary>
static class UpheldRemedy
{
    /// <summary>Why this remedy does not reopen the report; null when it does. The caller holds the award.</summary>
    public static async Task<Problem?> WhyRefused(Session session, SpendingReport report, Guid remedyId)
    {
        if (await AwardRemedy.Find(session, remedyId) is not { SpendingReportId: { } against } remedy
            || remedy.AwardId != report.AwardId || (against != report.Id && report.IsFinal))
        {
            return Problems.InvalidAt(nameof(ProposeReportReopening.Request.RemedyId), Bilingual.Of(
                "No remedy with this id is filed against this report.",
                "Gegen diesen Nachweis ist kein Rechtsbehelf mit dieser id eingelegt."));
        }
        if (remedy is not { Status: RemedyStatus.Closed, Outcome: RemedyOutcome.Upheld })
        {
            var actual = remedy.Status == RemedyStatus.Closed ? remedy.Outcome : remedy.Status;
            return ReportReopeningProblems.RemedyNotUpheld.With(("remedyReference", remedy.Reference), ("actual", actual));
        }
        return remedy.FiledOn < report.AcceptedOn
            || await session.OneOrNull<int?>(SelectUsed, new { report.Id, RemedyId = remedyId }) is not null
            ? ReportReopeningProblems.RemedyOfEarlierResult.With(
                ("remedyReference", remedy.Reference), ("filedOn", remedy.FiledOn), ("acceptedOn", report.AcceptedOn))
            : null;
    }

    const string SelectUsed =
        "select 1 from ReportReopening where SpendingReportId = @Id and RemedyId = @RemedyId and Status = 'confirmed'";
}
