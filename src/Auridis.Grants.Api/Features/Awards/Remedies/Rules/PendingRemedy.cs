using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// As long as a remedy against an award is open, it is not final (§ 80 VwGO), also not by a waiver: who has filed one withdraws it first.
/// </summary>
static class PendingRemedy
{
    /// <summary>Why the award does not become final now; null when no remedy is open. The caller holds the award.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Guid awardId) =>
        (await session.Top<AwardRemedy>(OpenRows, new { AwardId = awardId, Take = 1 })).FirstOrDefault() is { } remedy
            ? RemedyProblems.Pending.With(("kind", remedy.Kind), ("filedOn", remedy.FiledOn))
            : null;

    /// <summary>The day on which the last rejection of an objection was announced; null when none was.</summary>
    public static Task<DateOnly?> RejectedOn(Session session, Guid awardId) =>
        session.One<DateOnly?>(LastRejection, new { AwardId = awardId });

    const string OpenRows = AwardRemedy.Select + " where AwardId = @AwardId and Status = 'open' order by Seq";

    const string LastRejection = $"""
        select max(ClosedOn) from AwardRemedy
        where AwardId = @AwardId and Status = 'closed' and Kind = '{RemedyKind.Objection}' and Outcome = '{RemedyOutcome.Rejected}'
        """;
}
