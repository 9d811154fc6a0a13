using System.Text.Json;
using Auridis.Grants.Api.Features.Reviews;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>A site application (Antrag, Interessenbekundung).</summary>
/// <param name="ProgrammeId">The programme that it is made in.</param>
/// <param name="YouthOfficeId">The Jugendamt that applies.</param>
/// <param name="OfficeAgs">Its official municipality key.</param>
/// <param name="Reference">The number that people cite, as <c>GA-2018-A-0007</c>; null until it is handed in.</param>
/// <param name="Content">What it says now; since it was handed in, the same as its latest version.</param>
/// <param name="Versions">How many versions have been handed in.</param>
/// <param name="SubmittedAt">When the latest was handed in, by the business clock; null before.</param>
/// <param name="FormalCheck">The formal check; null before it.</param>
/// <param name="WaitlistPlace">Its place on the programme's waiting list, as it was published: the lowest one still on the list comes first. Null when it is not on it.</param>
/// <param name="WithdrawReason">Why the office has taken it back; null when it has not.</param>
sealed record Application(
    Guid Id,
    int Version,
    Guid ProgrammeId,
    Guid YouthOfficeId,
    string OfficeAgs,
    [property: OneOf(typeof(ApplicationStatus))] string Status,
    string? Reference,
    ApplicationContent Content,
    int Versions,
    DateTimeOffset? SubmittedAt,
    FormalCheck? FormalCheck,
    int? WaitlistPlace,
    string? WithdrawReason) : IResource
{
    /// <summary>The application, or null when there is none with this id.</summary>
    public static async Task<Application?> Find(Session session, Guid id) => (await Row.Find(session, id))?.ToApplication();

    /// <summary>The application, held for the rest of the transaction without being changed; null when there is none with this id.</summary>
    public static async Task<Application?> Lock(Tx tx, Guid id) =>
        await tx.Execute("update Application set VersionCount = VersionCount where Id = @Id", new { Id = id }) == 0 ? null : await Find(tx, id);

    /// <summary>The application, when it is <see cref="Visible"/> to the caller. A reviewer is told to declare first; whoever has nothing to do with it learns nothing.</summary>
    public static async Task<Outcome<Application>> FindFor(Session session, Guid id, CurrentUser user)
    {
        if (await Row.FindVisible(session, user, id) is { } row)
            return row.ToApplication();
        return await session.OneOrNull<string>(OwnReview, new { Id = id, user.Reviewer }) == ReviewStatus.Assigned
            ? ReviewProblems.ConflictUndeclared
            : Problems.NotFound;
    }

    /// <summary>
    /// Which applications the caller may see, by <c>@OwnOffice</c>, <c>@Reviewer</c> and <c>@SeesAllOffices</c>. A reviewer sees one from the declaration that
    /// there is no conflict of interest until the review is withdrawn; what it may not see before that, or in conflict, it may not see in another
    /// role either. A ranking shows all of its applications: a selection is decided as a whole.
    /// </summary>
    public const string Visible = """
        (OfficeAgs = @OwnOffice
          or exists (
            select 1 from Review own
            where own.ApplicationId = Application.Id and own.Reviewer = @Reviewer and own.Status in ('in-progress', 'submitted'))
          or (@SeesAllOffices = 1 and not exists (
            select 1 from Review own
            where own.ApplicationId = Application.Id and own.Reviewer = @Reviewer and own.Status in ('assigned', 'conflicted'))))
        """;

    /// <summary>
    /// Why an update of <c>where Id = @Id and Version = @Version and Status in (…)</c> changed nothing: not found, stale version, wrong
    /// state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, int version, params string[] expected) =>
        await Find(tx, id) is { } application ? Problems.StaleOrWrongState(application.Version, version, application.Status, expected) : Problems.NotFound;

    /// <summary>The same for an office's change of its own application: whose it is comes right after whether it is there.</summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version, params string[] expected) =>
        await Find(tx, id) switch
        {
            null => Problems.NotFound,
            var application when !user.Sees(application.OfficeAgs) => Problems.NotFound,
            var application when !user.ActsFor(application.OfficeAgs) => Problems.Forbidden,
            _ => await WhyRefused(tx, id, version, expected),
        };

    const string OwnReview = "select Status from Review where ApplicationId = @Id and Reviewer = @Reviewer";

    /// <summary>A row of the table.</summary>
    public sealed class Row
    {
        const string Select = """
            select Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Reference, Content, VersionCount, FormalCheck, WithdrawReason,
                   CreatedBy, SubmittedBy, SubmittedAt, case when Status = 'waitlisted' then WaitlistPlace end as WaitlistPlace
            from Application
            """;

        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid ProgrammeId { get; init; }
        public required Guid YouthOfficeId { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Status { get; init; }
        public required string? Reference { get; init; }
        public required string Content { get; init; }
        public required int VersionCount { get; init; }
        public required string? FormalCheck { get; init; }
        public required string? WithdrawReason { get; init; }
        public required string CreatedBy { get; init; }
        public required string? SubmittedBy { get; init; }
        public required DateTimeOffset? SubmittedAt { get; init; }
        public required int? WaitlistPlace { get; init; }

        public static Task<Row?> Find(Session session, Guid id) => session.OneOrNull<Row>(Select + " where Id = @Id", new { Id = id });

        public static Task<Row?> FindVisible(Session session, CurrentUser user, Guid id) =>
            session.OneOrNull<Row>(Select + " where Id = @Id and " + Visible, new { Id = id, user.OwnOffice, user.Reviewer, user.SeesAllOffices });

        /// <summary>The caller has written it or handed it in, or is of its office, in whatever role.</summary>
        public bool IsOf(CurrentUser user) => user.Is(CreatedBy) || user.Is(SubmittedBy) || user.Office == OfficeAgs;

        public Application ToApplication() => new(
            Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Reference,
            StoredJson.Read<ApplicationContent>(Content),
            VersionCount, SubmittedAt,
            FormalCheck is null ? null : StoredJson.Read<FormalCheck>(FormalCheck),
            WaitlistPlace, WithdrawReason);
    }
}
