namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// Who has made the formal check is known to the funding side, and neither to the office that applies nor to the reviewers of its
/// application: nobody is to be won over, or to follow another's judgement.
/// </summary>
static class FormalCheckAuthor
{
    /// <summary>The formal check as this caller sees it.</summary>
    /// <param name="reviews">Whether the caller is, or was, a reviewer of the application.</param>
    public static FormalCheck? Show(CurrentUser user, string officeAgs, bool reviews, FormalCheck? check) =>
        check is null || (user.SeesAllOffices && user.Office != officeAgs && !reviews) ? check : check with { CheckedBy = null };
}
