using Auridis.Grants.Api.Features.Programmes;

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

    /// <summary>
    /// The problem with the first application that is selected, without a reason, before one whose turn is earlier. To go past an
    /// application that a quota keeps out, which is full with those whose turn is before it, is no skip.
    /// </summary>
    /// <param name="selected">In turn.</param>
    public static Problem? WhyRefused(List<(RankedApplication Application, Choice Choice)> selected, Ranking ranking, Quotas quotas)
    {
        var choices = selected.ToDictionary(pair => pair.Application.Id, pair => pair.Choice);
        List<string> placed = [];
        RankedApplication? skipped = null;
        foreach (var application in InTurn(ranking))
        {
            if (choices.TryGetValue(application.Id, out var choice))
            {
                if (skipped is not null && choice.Reason is null)
                {
                    return SelectionProblems.SkipNeedsReason.With(
                        ("applicationReference", application.Reference), ("skippedReference", skipped.Reference));
                }
                placed.Add(application.OfficeAgs);
            }
            else if (skipped is null && !quotas.KeepOut(application.OfficeAgs, placed))
            {
                skipped = application;
            }
        }
        return null;
    }
}
