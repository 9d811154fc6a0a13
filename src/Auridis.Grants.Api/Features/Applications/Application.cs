using Auridis.Grants.Api.Features.Reviews;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>A site application (Antrag, Interessenbekundung).</summary>
sealed record Application : IView
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that the office applies to.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The Jugendamt that applies.</summary>
    public required Guid YouthOfficeId { get; init; }

    /// <summary>The official municipality key of that office.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>The office's contact person for it; null when none is named. See who has taken over at the contact.</summary>
    public Guid? ContactId { get; init; }

    [OneOf(typeof(ApplicationStatus))]
    public required string Status { get; init; }

    /// <summary>The reference, such as <c>GA-2018-A-0007</c>; null until the application is submitted.</summary>
    public string? Reference { get; init; }

    /// <summary>What the application says now; once submitted, the same as its latest version.</summary>
    [StoredAsJson]
    public required ApplicationContent Content { get; init; }

    /// <summary>How many versions have been submitted.</summary>
    public required int Versions { get; init; }

    /// <summary>The day on which the latest version was submitted; null before.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>The formal check; null until it is recorded.</summary>
    [StoredAsJson]
    public FormalCheck? FormalCheck { get; init; }

    /// <summary>What was to be mended, and by when; null when the application was never returned.</summary>
    [StoredAsJson]
    public Mending? Mending { get; init; }

    /// <summary>Why it is decided on again; null when nobody has proposed that.</summary>
    [StoredAsJson]
    public Reopening? Reopening { get; init; }

    /// <summary>
    /// The place on the programme's waiting list: the lowest place still on the list is served first. Null when the application is not
    /// on the list.
    /// </summary>
    public int? WaitlistPlace { get; init; }

    /// <summary>Why the office has withdrawn the application; null when it has not.</summary>
    public string? WithdrawReason { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    // What no caller sees.
    internal required string CreatedBy { get; init; }
    internal string? SubmittedBy { get; init; }
    internal string? ReopeningProposedBy { get; init; }

    /// <summary>The application, or null when there is none with this id.</summary>
    public static Task<Application?> Find(Session session, Guid id) =>
        session.OneOrNull<Application>(Columns + " from Application where Id = @Id", new { Id = id });

    /// <summary>
    /// The application, when it is <see cref="ApplicationVisibility.Visible">visible</see> to the caller. Its reviewer is told to
    /// declare first; any other caller learns nothing.
    /// </summary>
    public static async Task<Outcome<Application>> FindFor(Session session, Guid id, CurrentUser user)
    {
        var visible = await session.OneOrNull<Application>(
            $"{Columns} {ApplicationVisibility.Visible(user)} and Id = @Id", new { Id = id, user.OwnOffice, user.Reviewer });
        var ownReview = user.Reviewer is null ? null : await session.OneOrNull<string>(OwnReview, new { Id = id, user.Reviewer });
        if (visible is not null)
            return (await visible.AsSubmitted(session, user)).For(user, reviews: ownReview is not null);
        return ownReview == ReviewStatus.Assigned ? YouthOfficeProblems.ConflictUndeclared : Problems.NotFound;
    }

    /// <summary>What the office is mending is its own until it submits it: all others read what was submitted.</summary>
    async Task<Application> AsSubmitted(Session session, CurrentUser user) =>
        Status == ApplicationStatus.Returned && !user.ActsFor(OfficeAgs) ? this with { Content = await Submitted(session) } : this;

    /// <summary>What was submitted last, and is being mended; null when nothing is.</summary>
    public async Task<ApplicationContent?> ToMend(Session session) =>
        Status == ApplicationStatus.Returned ? await Submitted(session) : null;

    /// <summary>What was submitted last.</summary>
    public async Task<ApplicationContent> Submitted(Session session) =>
        StoredJson.Read<ApplicationContent>(await session.One<string>(LastVersion, new { Id, Versions }));

    /// <summary>
    /// Makes an application that the caller has locked what was submitted last: what stays for others to read is that, and not what the
    /// office was at.
    /// </summary>
    public async Task<Application> Restore(Tx tx)
    {
        var submitted = await Submitted(tx);
        await tx.Execute(RestoreRow, new
        {
            Id,
            submitted.Title,
            Content = StoredJson.Of(submitted),
            submitted.FinancePlan!.Requested,
        });
        await TitleIndex.Write(tx, Id, submitted.Title);
        await AttachmentSet.Files.Restore(tx, Id, Versions);
        return this with { Content = submitted };
    }

    /// <summary>The application as this caller may see it.</summary>
    /// <param name="reviews">Whether the caller is, or was, its reviewer.</param>
    public Application For(CurrentUser user, bool reviews = false) =>
        this with { FormalCheck = FormalCheckAuthor.Show(user, OfficeAgs, reviews, FormalCheck) };

    /// <summary>
    /// The application, locked for the rest of the transaction and otherwise unchanged; null when there is none with this id.
    /// </summary>
    public static async Task<Application?> Lock(Tx tx, Guid id) =>
        await tx.Execute("update Application set VersionCount = VersionCount where Id = @Id", new { Id = id }) == 0
            ? null
            : await Find(tx, id);

    /// <summary>Holds the eligible applications of a programme for the rest of the transaction, otherwise unchanged.</summary>
    public static Task LockEligible(Tx tx, Guid programmeId) =>
        tx.Execute(
            "update Application set VersionCount = VersionCount where ProgrammeId = @ProgrammeId and Status = 'eligible'",
            new { ProgrammeId = programmeId });

    /// <summary>
    /// Why an office's conditional update of its own application changed nothing, in the documented order: not found, another office's,
    /// stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int version, params string[] needed)
    {
        if (await Find(tx, id) is not { } application)
            return Problems.NotFound;
        if (!user.ActsFor(application.OfficeAgs))
            return user.SeesAllOffices && !UnsubmittedDraft.Is(application) ? Problems.Forbidden : Problems.NotFound;
        return Problems.StaleOrWrongState(application.Version, version, application.Status, needed);
    }

    const string Columns = """
        select Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, ContactId, Status, Reference, Content, VersionCount as Versions,
            SubmittedOn, FormalCheck, Mending, Reopening, ReopeningProposedBy,
            case when Status = 'waitlisted' then WaitlistPlace end as WaitlistPlace, WithdrawReason, CreatedBy, SubmittedBy,
            CreatedAt, UpdatedAt
        """;

    const string RestoreRow = "update Application set Title = @Title, Content = @Content, RequestedCents = @Requested where Id = @Id";

    const string LastVersion = "select Content from ApplicationVersion where ApplicationId = @Id and Number = @Versions";

    const string OwnReview =
        "select Status from Review where ApplicationId = @Id and Reviewer = @Reviewer and Status <> 'withdrawn'";
}
