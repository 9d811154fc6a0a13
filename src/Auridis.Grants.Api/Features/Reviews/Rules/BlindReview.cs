namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>
/// Reviews are blind: a reviewer sees the other submitted reviews of an application only after submitting their own, and never whose
/// they are. A person who reviews an application is blind there in every other role, too; once in conflict or withdrawn, they no longer
/// review it.
/// </summary>
static class BlindReview
{
    /// <summary>
    /// What holds for the reviews <c>r</c> that the caller sees: of whoever sees all by their <c>own</c> review that is not withdrawn, if
    /// there is one, of others by each of their <c>own</c> ones.
    /// </summary>
    public static string Visible(CurrentUser user) => SeesAll(user)
        ? """
            (r.Reviewer = @Actor
              or own.Status is null or own.Status = 'conflicted'
              or (own.Status = 'submitted' and r.Status = 'submitted'))
            """
        : "(r.Id = own.Id or (own.Status = 'submitted' and r.Status = 'submitted' and r.Reviewer <> @Actor))";

    /// <summary>Whether the caller sees the reviews of all applications that it does not review itself.</summary>
    public static bool SeesAll(CurrentUser user) => user.Has(Role.Caseworker) || user.Has(Role.Decider) || user.Has(Role.Auditor);

    /// <summary>Whether the caller sees who has written a review.</summary>
    /// <param name="reviewer">Who has written it.</param>
    /// <param name="ownStatus">The status of the caller's own review of the application; null when there is none.</param>
    public static bool Names(CurrentUser user, string? reviewer, string? ownStatus) =>
        user.Is(reviewer) || ownStatus != ReviewStatus.Submitted;
}
