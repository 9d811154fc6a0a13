using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>
/// Nobody is assigned an application of the office that employs them, one that they wrote or submitted, or one of an office on which they
/// have declared a conflict of interest in the programme (§ 20 VwVfG NRW, § 16 SGB X). What is not known yet then comes out when the
/// reviewer declares.
/// </summary>
static class ConflictedReviewer
{
    /// <summary>Why this person does not review the application, as an <see cref="ExclusionReason"/>; null when they may.</summary>
    /// <param name="employer">The AGS of the office that employs them, as the assignment says; null when none does.</param>
    /// <param name="declared">What they have declared in the programme; null when nothing.</param>
    public static string? Why(Reviewable application, string reviewer, string? employer, ConflictDeclaration? declared) =>
        employer == application.OfficeAgs ? ExclusionReason.SameOffice
        : reviewer == application.CreatedBy || reviewer == application.SubmittedBy ? ExclusionReason.Author
        : declared?.NamedOf([application.OfficeAgs]) is not null ? ExclusionReason.DeclaredConflict
        : null;

    /// <summary>Why this person is not assigned the application; null when they may be.</summary>
    public static async Task<Problem?> WhyRefused(Session session, Reviewable application, string reviewer, string? employer) =>
        Why(application, reviewer, employer, await ConflictDeclaration.Find(session, application.ProgrammeId, reviewer)) is null
            ? null
            : ReviewProblems.ReviewerConflicted.With(("office", application.OfficeAgs));
}
