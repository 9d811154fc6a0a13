namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// A person who is to review an application, and has not submitted the review, does not see what others say on it, whatever the person's
/// other roles. Applications keep their place and what they request, also those that the person has a conflict of interest on and may not
/// read: places and money are given in one order, and who stands by a selection, or recomputes it, needs all of it.
/// </summary>
static class BlindRanking
{
    /// <summary>The ranking as this caller may see it.</summary>
    public static async Task<Ranking> For(Session session, Ranking ranking, CurrentUser user) =>
        Without(ranking, [.. await session.All<Guid>(SelectUnsubmitted, new { user.Actor })]);

    static Ranking Without(Ranking ranking, HashSet<Guid> unsubmitted) => unsubmitted.Count == 0 ? ranking : ranking with
    {
        Ranked = [.. ranking.Ranked.Select(application => unsubmitted.Contains(application.Id)
            ? application with { Score = null, Spread = null, SpreadFlagged = false, Reviews = null }
            : application)],
        BelowQuorum = [.. ranking.BelowQuorum.Select(application => unsubmitted.Contains(application.Id)
            ? application with { Reviews = null }
            : application)],
    };

    const string SelectUnsubmitted = "select ApplicationId from Review where Reviewer = @Actor and Status in ('assigned', 'in-progress')";
}
