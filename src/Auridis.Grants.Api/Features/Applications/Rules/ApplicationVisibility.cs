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
    /// The applications that the caller sees, by <c>@OwnOffice</c> and <c>@Reviewer</c>: a FROM and a WHERE. Only what can be true of this
    /// caller stands there, so that a list begins at its office, or at its own reviews: a cross join keeps SQLite to that.
    /// </summary>
    public static string Visible(CurrentUser user) => user switch
    {
        { SeesAllOffices: true, Reviewer: null, OwnOffice: null } => $"from Application where {Submitted}",
        { SeesAllOffices: true, Reviewer: null } => $"from Application where (OfficeAgs = @OwnOffice or {Submitted})",
        { SeesAllOffices: false, Reviewer: null } => "from Application where OfficeAgs = @OwnOffice",
        { SeesAllOffices: false, OwnOffice: null } => $"from ({Declared}) own cross join Application where Id = own.ApplicationId",
        { SeesAllOffices: false } => $"from Application where (OfficeAgs = @OwnOffice or Id in ({Declared}))",
        _ => $"""
            from Application
            where (OfficeAgs = @OwnOffice or Id in ({Declared}) or ({Submitted} and Id not in ({Undeclared})))
            """,
    };

    const string Submitted = $"not {UnsubmittedDraft.Condition}";

    const string Declared =
        "select ApplicationId from Review where Reviewer = @Reviewer and Status in ('in-progress', 'submitted')";

    const string Undeclared =
        "select ApplicationId from Review where Reviewer = @Reviewer and Status in ('assigned', 'conflicted')";
}
