using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;

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

    /// <summary>The last day for an action after an objection was rejected; null when none was.</summary>
    public static Task<DateOnly?> ActionEndsOn(Session session, Guid awardId) =>
        session.One<DateOnly?>(LastAction, new { AwardId = awardId });

    /// <summary>The last day for an action after this outcome; null where no period begins (§ 74 (1) VwGO).</summary>
    public static DateOnly? ActionEndsOn(AwardRemedy remedy, string outcome, DateOnly on, ProgrammeTerms terms) =>
        remedy.Kind == RemedyKind.Objection && outcome == RemedyOutcome.Rejected
            ? RemedyPeriod.LastDay(on, Remedy.Action, RemedyPeriod.Months(terms))
            : null;

    const string OpenRows = AwardRemedy.Select + " where AwardId = @AwardId and Status = 'open' order by Seq";

    const string LastAction = "select max(ActionEndsOn) from AwardRemedy where AwardId = @AwardId and Status = 'closed'";
}
