namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>
/// Who acts for a youth office, or has declared a conflict of interest on it, takes no step on it for the funding side, whatever their
/// roles (§ 20 VwVfG NRW, § 16 SGB X): no check, no review, no part in a selection, no payment, no examination. The token's claim decides,
/// also without the role of an applicant, and of what belongs to a programme also what the person has declared there.
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

    /// <summary>
    /// What holds of a row that is neither of the office that the person acts for, nor of one that they have declared a conflict of
    /// interest on: the same in SQL. <c>@Actor</c> is the person, <c>@Office</c> the office of their claim.
    /// </summary>
    /// <param name="row">
    /// The alias of a row with a programme and an office. The row in here has a long one, so that none outside is taken for it.
    /// </param>
    public static string NotExcluded(string row) => $"""
        (@Office is null or {row}.OfficeAgs <> @Office) and not exists (
            select 1 from ConflictDeclaration declaration
            where declaration.ProgrammeId = {row}.ProgrammeId and declaration.Person = @Actor
              and declaration.Offices like concat('%"', {row}.OfficeAgs, '"%'))
        """;

    /// <summary>Not of a programme in which their own office has an application that is still to be decided: the same in SQL.</summary>
    /// <param name="programme">The column of the programme's id.</param>
    public static string NoOwnApplication(string programme) => $"""
        not exists (
            select 1 from Application o
            where o.ProgrammeId = {programme} and o.OfficeAgs = @Office and o.Status in {Undecided})
        """;

    static Problem? Declared(ConflictDeclaration? declaration, IEnumerable<string> offices) =>
        declaration?.NamedOf(offices) is { } named ? Excluded(named) : null;

    /// <summary>What is said to a person who is excluded from the steps on an office.</summary>
    public static Problem Excluded(string office) => YouthOfficeProblems.DeciderConflicted.With(("office", office));

    const string OwnUndecided =
        $"select 1 from Application where ProgrammeId = @ProgrammeId and OfficeAgs = @Office and Status in {Undecided}";

    const string Undecided = "('submitted', 'returned', 'eligible', 'waitlisted')";
}
