namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// Who acts for a youth office takes no step on it for the funding side, whatever their roles (§ 20 VwVfG NRW, § 16 SGB X): no check, no
/// review, no part in a selection, no payment, no examination. The token's claim decides, also without the role of an applicant.
/// </summary>
static class ExcludedPersons
{
    /// <summary>Why the caller takes no step on this office; null when they may.</summary>
    public static Problem? WhyRefused(CurrentUser user, string officeAgs) =>
        user.Office == officeAgs ? YouthOfficeProblems.DeciderConflicted.With(("office", officeAgs)) : null;

    /// <summary>
    /// Why the caller takes no step on a programme as a whole, where one office's gain is another's loss: the lot, a selection. Their own
    /// office has an application there that is still to be decided.
    /// </summary>
    public static async Task<Problem?> WhyRefusedInProgramme(Session session, CurrentUser user, Guid programmeId) =>
        user.Office is { } office
            && await session.OneOrNull<int?>(OwnUndecided, new { ProgrammeId = programmeId, user.Office }) is not null
            ? WhyRefused(user, office)
            : null;

    const string OwnUndecided = """
        select 1 from Application
        where ProgrammeId = @ProgrammeId and OfficeAgs = @Office and Status in ('submitted', 'eligible', 'waitlisted')
        """;
}
