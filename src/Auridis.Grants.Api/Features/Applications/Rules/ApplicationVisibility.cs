namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// Who sees an application: its office, the roles that see all offices, and its reviewers, from the declaration that there is no
/// conflict of interest until the review is withdrawn. An <see cref="UnsubmittedDraft"/> is seen by its office only. What a reviewer must
/// not see before that, or in conflict (§ 20 VwVfG NRW, § 16 SGB X), they do not see in another role either. A ranking shows all of its
/// applications: a selection is decided as a whole.
/// </summary>
static class ApplicationVisibility
{
    /// <summary>
    /// What holds for the applications that the caller sees, by <c>@OwnOffice</c>, <c>@Reviewer</c> and <c>@SeesAllOffices</c>.
    /// </summary>
    public const string Condition = $"""
        (OfficeAgs = @OwnOffice
          or exists (
            select 1 from Review own
            where own.ApplicationId = Application.Id and own.Reviewer = @Reviewer and own.Status in ('in-progress', 'submitted'))
          or (@SeesAllOffices = 1 and not {UnsubmittedDraft.Condition} and not exists (
            select 1 from Review own
            where own.ApplicationId = Application.Id and own.Reviewer = @Reviewer and own.Status in ('assigned', 'conflicted'))))
        """;
}
