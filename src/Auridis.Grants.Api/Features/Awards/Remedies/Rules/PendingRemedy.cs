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

    /// <summary>
    /// From when what was filed and is closed keeps the award from nothing any more: the day on which it was closed, and after an objection
    /// that was rejected the day after the period for an action. Null when nothing was filed.
    /// </summary>
    public static async Task<DateOnly?> OverFrom(Session session, Guid awardId)
    {
        var last = await session.One<LastDays>(SelectLastDays, new { AwardId = awardId });
        return last.ActionEndsOn?.AddDays(1) is { } afterAction && !(last.ClosedOn > afterAction) ? afterAction : last.ClosedOn;
    }

    /// <summary>The last day for an action after this outcome; null where no period begins (§ 74 (1) VwGO).</summary>
    public static DateOnly? ActionEndsOn(AwardRemedy remedy, string outcome, DateOnly on, ProgrammeTerms terms) =>
        remedy.Kind == RemedyKind.Objection && outcome == RemedyOutcome.Rejected
            ? RemedyPeriod.LastDay(on, Remedy.Action, RemedyPeriod.Months(terms))
            : null;

    const string OpenRows = AwardRemedy.Select + " where AwardId = @AwardId and Status = 'open' order by Seq";

    const string SelectLastDays = """
        select max(ActionEndsOn) as ActionEndsOn, max(ClosedOn) as ClosedOn from AwardRemedy where AwardId = @AwardId and Status = 'closed'
        """;

    sealed record LastDays
    {
        public required DateOnly? ActionEndsOn { get; init; }
        public required DateOnly? ClosedOn { get; init; }
    }
}
