namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// Who acts for a youth office, or has declared a conflict of interest on it, takes no step on it for the funding side, whatever their
/// roles (§ 20 VwVfG NRW, § 16 SGB X): no check, no review, no part in a selection, no payment, no examination. The token's claim decides,
/// also without the role of an applicant; and what the person has declared in a programme decides there, from its call to its letters.
/// </summary>
static class ExcludedPersons
{
    /// <summary>Why the caller takes no step on this office, by the claim; null when they may.</summary>
    public static Problem? WhyRefused(CurrentUser user, string officeAgs) =>
        user.Office == officeAgs ? Excluded(officeAgs) : null;

    /// <summary>Why the caller takes no step on what this office has in a programme; null when they may.</summary>
    public static async Task<Problem?> WhyRefused(Session session, CurrentUser user, Guid programmeId, string officeAgs) =>
        WhyRefused(user, officeAgs) ?? Declared(await ConflictDeclaration.Find(session, programmeId, user.Actor), [officeAgs]);

    /// <summary>Whether the caller takes no step on this office in a programme.</summary>
    /// <param name="declared">What the caller has declared there; null when nothing.</param>
    public static bool Is(CurrentUser user, ConflictDeclaration? declared, string officeAgs) =>
        (WhyRefused(user, officeAgs) ?? Declared(declared, [officeAgs])) is not null;

    /// <summary>
    /// Why the caller takes no step on a programme as a whole, where one office's gain is another's loss: the lot, a selection. Their own
    /// office has an application there that is still to be decided.
    /// </summary>
    public static async Task<Problem?> WhyRefusedInProgramme(Session session, CurrentUser user, Guid programmeId) =>
        user.Office is { } office
            && await session.OneOrNull<int?>(OwnUndecided, new { ProgrammeId = programmeId, user.Office }) is not null
            ? Excluded(office)
            : null;

    /// <summary>
    /// Why the caller does not stand by a decision on these offices of a programme: excluded by the claim; nothing declared; declared a
    /// conflict on one of them. Their declaration is fixed by the step, which rests on it.
    /// </summary>
    public static async Task<Problem?> WhyRefusedToDecide(
        Tx tx, CurrentUser user, Guid programmeId, IEnumerable<string> offices, DateOnly today)
    {
        if (await WhyRefusedInProgramme(tx, user, programmeId) is { } excluded)
            return excluded;
        return await ConflictDeclaration.Use(tx, programmeId, user.Actor, today) is { } declaration
            ? Declared(declaration, offices)
            : YouthOfficeProblems.ConflictUndeclared;
    }

    static Problem? Declared(ConflictDeclaration? declaration, IEnumerable<string> offices) =>
        declaration?.NamedOf(offices) is { } named ? Excluded(named) : null;

    static Problem Excluded(string office) => YouthOfficeProblems.DeciderConflicted.With(("office", office));

    const string OwnUndecided = """
        select 1 from Application
        where ProgrammeId = @ProgrammeId and OfficeAgs = @Office and Status in ('submitted', 'returned', 'eligible', 'waitlisted')
        """;
}
