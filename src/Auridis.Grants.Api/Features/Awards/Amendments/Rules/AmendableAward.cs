namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// An award is amended once it is accepted, and until its final report is accepted: from then on its account stands, unless the report is
/// reopened.
/// </summary>
static class AmendableAward
{
    /// <summary>Why it is not amended now; null when it can be. The caller holds it.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Award award)
    {
        if (award.Status is not (AwardStatus.Accepted or AwardStatus.Active))
        {
            return Problems.WrongState.With(
                ("actual", award.Status), ("expected", $"{AwardStatus.Accepted} | {AwardStatus.Active}"));
        }
        return await session.One<int>(CountAccepted, new { award.Id }) > 0 ? AmendmentProblems.AwardAccounted : null;
    }

    const string CountAccepted =
        "select count(*) from SpendingReport where AwardId = @Id and Kind = 'final' and AcceptedOn is not null";
}
