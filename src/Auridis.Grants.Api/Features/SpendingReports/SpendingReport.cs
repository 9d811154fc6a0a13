using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The spending report of an award (Verwendungsnachweis).</summary>
sealed record SpendingReport : IResource, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The programme that it belongs to.</summary>
    public required Guid ProgrammeId { get; init; }

    /// <summary>The award that it accounts for.</summary>
    public required Guid AwardId { get; init; }

    /// <summary>The AGS of the Jugendamt that owes it.</summary>
    public required string OfficeAgs { get; init; }

    /// <summary>The reference, such as <c>GA-2018-A-Z-03-V1</c>: the award's, and <c>V1</c>.</summary>
    public required string Reference { get; init; }

    [OneOf(typeof(SpendingReportStatus))]
    public required string Status { get; init; }

    /// <summary>
    /// The day it is due, to its end, Europe/Berlin; an amendment of the award moves it. While the report is <c>due</c> or <c>draft</c>, it
    /// is overdue after that day.
    /// </summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What was done with the money (Sachbericht); null until it is written.</summary>
    public string? Narrative { get; init; }

    /// <summary>What the office itself contributed.</summary>
    public required Money OwnFunds { get; init; }

    /// <summary>What others paid for the same purpose.</summary>
    public required Money ThirdPartyIncome { get; init; }

    /// <summary>How many receipts it has, at most 50,000.</summary>
    public required int ReceiptCount { get; init; }

    /// <summary>The sum of its receipts.</summary>
    public required Money Expenditure { get; init; }

    /// <summary>How often it was submitted: each time as a version that is frozen.</summary>
    public required int Versions { get; init; }

    /// <summary>The day it was submitted last.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>What is to be mended while it is <c>returned</c>; null otherwise.</summary>
    [StoredAsJson]
    public IReadOnlyList<ReportPoint>? Points { get; init; }

    /// <summary>The hearing of the office on what is to be claimed back; null while there was none.</summary>
    [StoredAsJson]
    public Hearing? Hearing { get; init; }

    /// <summary>The day its examination was accepted.</summary>
    public DateOnly? AcceptedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    // What no caller sees.
    internal long Seq { get; init; }
    internal string? SubmittedBy { get; init; }
    internal string? ExaminedBy { get; init; }
    internal string? FindingsBy { get; init; }

    /// <summary>Expects the report of an award; called when the award becomes active, in the same transaction.</summary>
    /// <remarks>Its due day is fixed from here on: overdue is computed from it.</remarks>
    public static async Task Expect(Tx tx, Guid id, Award award)
    {
        var reference = ReportReference.Of(award.Reference);
        await tx.Execute(Insert, new
        {
            Id = id,
            award.ProgrammeId,
            AwardId = award.Id,
            award.OfficeAgs,
            Reference = reference,
            DueOn = award.ReportDueOn,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.SpendingReportExpected, id, 1,
            new { Reference = reference, AwardId = award.Id, DueOn = award.ReportDueOn });
    }

    /// <summary>Expects no report of an award any more, as far as none is accepted. The caller holds the award.</summary>
    public static async Task Drop(Tx tx, Guid awardId)
    {
        foreach (var report in await tx.All<Expected>(SelectExpected, new { AwardId = awardId }))
        {
            await tx.Execute(DropRow, new { report.Id, tx.Author.At });
            Audit.Append(tx, AuditAction.SpendingReportDropped, report.Id, report.Version + 1, new { AwardId = awardId });
        }
    }

    /// <summary>Whether the report of an award was submitted.</summary>
    public static async Task<bool> IsHandedIn(Session session, Guid awardId) =>
        await session.One<int>(CountHandedIn, new { AwardId = awardId }) > 0;

    /// <summary>The report of an award that is not handed in is due on another day: the award was amended. The caller holds it.</summary>
    public static async Task MoveDueDay(Tx tx, Guid awardId, DateOnly dueOn)
    {
        await tx.Execute(MoveDueRow, new { AwardId = awardId, DueOn = dueOn, tx.Author.At });
        foreach (var report in await tx.All<SpendingReport>(Select + " where AwardId = @AwardId", new { AwardId = awardId }))
            Audit.Append(tx, AuditAction.SpendingReportDueDayMoved, report.Id, report.Version, new { report.DueOn });
    }

    /// <summary>The report, or null when there is none with this id.</summary>
    public static Task<SpendingReport?> Find(Session session, Guid id) =>
        session.OneOrNull<SpendingReport>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The report as this caller may see it; null when there is none, or none for the caller.</summary>
    public static async Task<SpendingReport?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } report && user.Sees(report.OfficeAgs) ? report : null;

    /// <summary>
    /// Why a conditional update of a report changed nothing, in the documented order: not found, not by this person, stale version, wrong
    /// state.
    /// </summary>
    /// <param name="version">Null where the change takes no If-Match.</param>
    /// <param name="forbids">Why this person may not do this to this report; null when there is no reason.</param>
    public static async Task<Problem> WhyRefused(
        Tx tx, Guid id, CurrentUser user, int? version, Func<SpendingReport, Problem?> forbids, params string[] needed)
    {
        if (await FindFor(tx, id, user) is not { } report)
            return Problems.NotFound;
        return forbids(report) ?? Problems.StaleOrWrongState(report.Version, version ?? report.Version, report.Status, needed);
    }

    /// <summary>Only the office itself writes its report; others only read it.</summary>
    public static Func<SpendingReport, Problem?> OnlyItsOffice(CurrentUser user) =>
        report => user.ActsFor(report.OfficeAgs) ? null : Problems.Forbidden;

    /// <summary>Only who examines a report goes on with it; another one takes it over first.</summary>
    public static Func<SpendingReport, Problem?> OnlyItsExaminer(CurrentUser user) =>
        report => report.ExaminedBy is not null && !user.Is(report.ExaminedBy)
            ? SpendingReportProblems.NotTheExaminer
            : ExcludedPersons.WhyRefused(user, report.OfficeAgs);

    /// <inheritdoc cref="ReportOverdue.Condition"/>
    public const string IsOverdue = ReportOverdue.Condition;

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Status, DueOn, Narrative, OwnFundsCents,
            ThirdPartyCents as ThirdPartyIncomeCents, ReceiptCount, ExpenditureCents, VersionCount as Versions, SubmittedBy,
            SubmittedOn, Points, Hearing, ExaminedBy, FindingsBy, AcceptedOn, CreatedAt, UpdatedAt
        from SpendingReport
        """;

    const string SelectExpected = """
        select Id, Version from SpendingReport
        where AwardId = @AwardId and Status not in ('accepted', 'partly-accepted', 'dropped')
        order by Seq
        """;

    const string DropRow = """
        update SpendingReport set Status = 'dropped', Points = null, Version = Version + 1, UpdatedAt = @At where Id = @Id
        """;

    const string CountHandedIn = "select count(*) from SpendingReport where AwardId = @AwardId and SubmittedOn is not null";

    const string MoveDueRow = """
        update SpendingReport set DueOn = @DueOn, Version = Version + 1, UpdatedAt = @At
        where AwardId = @AwardId and SubmittedOn is null
        """;

    const string Insert = """
        insert into SpendingReport (Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Status, DueOn, CreatedAt, UpdatedAt)
        values (@Id, 1, @ProgrammeId, @AwardId, @OfficeAgs, @Reference, 'due', @DueOn, @At, @At)
        """;

    /// <summary>A report that is not accepted yet.</summary>
    sealed record Expected
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
    }
}
