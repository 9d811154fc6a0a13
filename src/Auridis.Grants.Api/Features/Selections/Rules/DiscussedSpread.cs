using Auridis.Grants.Api.Features.Notes;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// Where the programme requires it (<c>discussion: note-required</c>), a selection that decides on an application whose reviews lie far
/// apart is proposed only once a note of the kind <c>discussion</c> says what came of it.
/// </summary>
static class DiscussedSpread
{
    /// <summary>Why the selection is not proposed, with all applications that lack their note; null when it can be.</summary>
    /// <param name="ranking">The one that the selection was made from.</param>
    public static async Task<Problem?> WhyRefused(Session session, ProgrammeTerms terms, Selection selection, Ranking ranking)
    {
        if (terms.Discussion != DiscussionOfSpread.NoteRequired)
            return null;
        var decided = selection.Decisions.Select(decision => decision.ApplicationId).ToHashSet();
        List<string> missing = [];
        foreach (var flagged in ranking.Ranked.Where(application => application.SpreadFlagged && decided.Contains(application.Id)))
        {
            if (!await Note.HasDiscussion(session, $"/applications/{flagged.Id}"))
                missing.Add(flagged.Reference);
        }
        return missing.Count == 0 ? null : SelectionProblems.DiscussionMissing.With(("references", missing.ToArray()));
    }
}
