namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// Who gets the next place, also one that became free: first the waiting list in its order, which was published, then the others as they
/// are ranked. A place becomes free with its money when an office declines its award (DeclineAward, by Places.Release); the next selection
/// gives it away, by two people. To select an application before one whose turn is earlier needs a reason.
/// </summary>
static class NextPlace
{
    /// <summary>In the order in which applications get a place.</summary>
    public static List<RankedApplication> InTurn(Ranking ranking) =>
        [.. ranking.Ranked.OrderBy(application => application.WaitlistPlace ?? int.MaxValue).ThenBy(application => application.Rank)];

    /// <summary>The problem with the first application that is selected, without a reason, before one whose turn is earlier.</summary>
    /// <param name="selected">In turn.</param>
    public static Problem? WhyRefused(List<(RankedApplication Application, Choice Choice)> selected, Ranking ranking)
    {
        var turn = InTurn(ranking);
        // The n-th selected has the n-th turn, unless one before it was left out.
        for (var n = 0; n < selected.Count; n++)
        {
            var (application, choice) = selected[n];
            if (turn[n].Id == application.Id || choice.Reason is not null)
                continue;
            var skipped = turn.First(earlier => selected.TrueForAll(pair => pair.Application.Id != earlier.Id));
            return SelectionProblems.SkipNeedsReason.With(
                ("applicationReference", application.Reference), ("skippedReference", skipped.Reference));
        }
        return null;
    }
}
