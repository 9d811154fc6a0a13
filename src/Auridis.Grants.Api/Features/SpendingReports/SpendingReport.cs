using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A spending report of an award: the final one (Verwendungsnachweis), or an interim one (Zwischennachweis).</summary>
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

    /// <summary>
    /// The reference, such as <c>GA-2018-A-Z-03-V1</c>: the award's, and <c>V1</c>; of an interim report <c>ZN1</c> and so on.
    /// </summary>
    public required string Reference { get; init; }

    /// <summary>What it covers. Each award has one final report.</summary>
    [OneOf(typeof(SpendingReportKind))]
    public required string Kind { get; init; }

    /// <summary>The last day that it covers: that of the award's period, or an earlier one of an interim report.</summary>
    public required DateOnly PeriodEndsOn { get; init; }

    [OneOf(typeof(SpendingReportStatus))]
    public required string Status { get; init; }

    /// <summary>
    /// The day it is due, to its end, Europe/Berlin; an amendment of the award moves it. While the report is <c>due</c> or <c>draft</c>, it
    /// is overdue after that day; while it is <c>returned</c>, after <c>mendBy</c>.
    /// </summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What was done with the money (Sachbericht); null until it is written.</summary>
    public string? Narrative { get; init; }

    /// <summary>What it answers to the questions of the programme; null until it answers any.</summary>
    [StoredAsJson]
    public IReadOnlyList<ReportAnswer>? Answers { get; init; }

    /// <summary>What the office itself contributed, since the funding period began.</summary>
    public required Money OwnFunds { get; init; }

    /// <summary>What others paid for the same purpose, since then.</summary>
    public required Money ThirdPartyIncome { get; init; }

    /// <summary>
    /// What was spent on each line, where the terms have the <c>statement</c> <c>line-totals</c>; null until it is stated, and elsewhere.
    /// </summary>
    [StoredAsJson]
    public IReadOnlyList<LineTotal>? Totals { get; init; }

    /// <summary>The lines whose receipts the examiner has asked for; null when they have asked for none.</summary>
    [StoredAsJson]
    public IReadOnlyList<SampledLine>? Sample { get; init; }

    /// <summary>How many receipts it has, at most 50,000.</summary>
    public required int ReceiptCount { get; init; }

    /// <summary>The sum of its receipts, or of its totals; those of the interim reports are not entered again in the final one.</summary>
    public required Money Expenditure { get; init; }

    /// <summary>How often it was submitted: each time as a version that is frozen.</summary>
    public required int Versions { get; init; }

    /// <summary>The day it was submitted last.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>What is to be mended while it is <c>returned</c>; null otherwise.</summary>
    [StoredAsJson]
    public IReadOnlyList<ReportPoint>? Points { get; init; }

    /// <summary>The last day to mend it, to its end, Europe/Berlin, while it is <c>returned</c>; null otherwise.</summary>
    public DateOnly? MendBy { get; init; }

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
    internal required string StatementForm { get; init; }
    internal string? SubmittedBy { get; init; }
    internal string? ExaminedBy { get; init; }
    internal string? FindingsBy { get; init; }
    internal DateOnly? SampleEndsOn { get; init; }

    internal bool IsFinal => Kind == SpendingReportKind.Final;

    /// <summary>Expects the reports of an award; called when the award becomes active, in the same transaction.</summary>
    /// <remarks>Their due days are fixed from here on: overdue is computed from them.</remarks>
    /// <param name="finalId">The id of the final report.</param>
    public static async Task Expect(Tx tx, Guid finalId, Award award)
    {
        foreach (var (i, report) in (award.Terms.InterimReports ?? []).Index())
        {
            var reference = ReportReference.OfInterim(award.Reference, i + 1);
            await Expect(tx, tx.NewId(), award, SpendingReportKind.Interim, reference, report.Until, ReportDueDate.Of(report));
        }
        var final = ReportReference.Of(award.Reference);
        await Expect(tx, finalId, award, SpendingReportKind.Final, final, award.EndsOn, award.ReportDueOn);
    }

    static async Task Expect(
        Tx tx, Guid id, Award award, string kind, string reference, DateOnly periodEndsOn, DateOnly dueOn)
    {
        await tx.Execute(Insert, new
        {
            Id = id,
            award.ProgrammeId,
            AwardId = award.Id,
            award.OfficeAgs,
            Reference = reference,
            Kind = kind,
            PeriodEndsOn = periodEndsOn,
            StatementForm = award.Terms.Statement,
            award.Terms.ProcurementNoteAbove,
            DueOn = dueOn,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.SpendingReportExpected, id, 1,
            new { Reference = reference, AwardId = award.Id, Kind = kind, PeriodEndsOn = periodEndsOn, DueOn = dueOn });
    }

    /// <summary>Expects those reports of an award no more that are not accepted. The caller holds the award.</summary>
    public static async Task Drop(Tx tx, Guid awardId)
    {
        foreach (var report in await tx.All<Expected>(SelectExpected, new { AwardId = awardId }))
        {
            await tx.Execute(DropRow, new { report.Id, tx.Author.At });
            await ReceiptImport.DiscardOpen(tx, report.Id);
            Audit.Append(tx, AuditAction.SpendingReportDropped, report.Id, report.Version + 1, new { AwardId = awardId });
        }
    }

    /// <summary>Whether the final report of an award was submitted.</summary>
    public static async Task<bool> IsHandedIn(Session session, Guid awardId) =>
        await session.One<int>(CountHandedIn, new { AwardId = awardId }) > 0;

    /// <summary>
    /// The final report of an award covers a longer period, and is due on another day unless it was handed in: the award was amended. The
    /// caller holds it. Interim reports end within the period, on days that no extension moves.
    /// </summary>
    /// <param name="dueOn">As it was, where the report was handed in.</param>
    public static async Task Extend(Tx tx, Guid awardId, DateOnly periodEndsOn, DateOnly dueOn)
    {
        if (await tx.Execute(ExtendRow, new { AwardId = awardId, PeriodEndsOn = periodEndsOn, DueOn = dueOn, tx.Author.At }) == 0)
            return;
        var report = await tx.One<SpendingReport>(Select + " where AwardId = @AwardId and Kind = 'final'", new { AwardId = awardId });
        Audit.Append(tx, AuditAction.SpendingReportDueDayMoved, report.Id, report.Version, new { report.PeriodEndsOn, report.DueOn });
    }

    /// <summary>
    /// Holds all reports of the award that a report belongs to, before receipts of one are changed: a credit note in one can be on a
    /// receipt of another, and a number is given once in all of them.
    /// </summary>
    public static Task LockSiblings(Tx tx, Guid id) => tx.Execute(LockRows, new { Id = id });

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

    /// <summary>
    /// The same of a step of the examination: not found, not by this person, excluded, stale version, wrong state.
    /// </summary>
    public static async Task<Problem> WhyNotExamined(
        Tx tx, Guid id, CurrentUser user, int version, Func<SpendingReport, Problem?> forbids, params string[] needed)
    {
        if (await FindFor(tx, id, user) is not { } report)
            return Problems.NotFound;
        return forbids(report)
            ?? await ExcludedPersons.WhyRefused(tx, user, report.ProgrammeId, report.OfficeAgs)
            ?? Problems.StaleOrWrongState(report.Version, version, report.Status, needed);
    }

    /// <summary>Only the office itself writes its report; others only read it.</summary>
    public static Func<SpendingReport, Problem?> OnlyItsOffice(CurrentUser user) =>
        report => user.ActsFor(report.OfficeAgs) ? null : Problems.Forbidden;

    /// <summary>Only who examines a report goes on with it; another one takes it over first.</summary>
    public static Func<SpendingReport, Problem?> OnlyItsExaminer(CurrentUser user) =>
        report => report.ExaminedBy is not null && !user.Is(report.ExaminedBy)
            ? SpendingReportProblems.NotTheExaminer
            : null;

    /// <inheritdoc cref="ReportOverdue.Condition"/>
    public const string IsOverdue = ReportOverdue.Condition;

    /// <summary>The day that it is overdue after, in SQL.</summary>
    public const string OwedOn = "OwedOn";

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Kind, PeriodEndsOn, StatementForm, Status, DueOn, Narrative,
            Answers, Totals, Sample, SampleEndsOn, OwnFundsCents, ThirdPartyCents as ThirdPartyIncomeCents, ReceiptCount,
            ExpenditureCents, VersionCount as Versions, SubmittedBy, SubmittedOn, Points,
            case Status when 'returned' then OwedOn end as MendBy, Hearing, ExaminedBy, FindingsBy, AcceptedOn, CreatedAt, UpdatedAt
        from SpendingReport
        """;

    const string SelectExpected = """
        select Id, Version from SpendingReport
        where AwardId = @AwardId and Status not in ('accepted', 'partly-accepted', 'dropped')
        order by Seq
        """;

    const string DropRow = """
        update SpendingReport set Status = 'dropped', Points = null, OwedOn = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id
        """;

    const string LockRows = """
        update SpendingReport set UpdatedAt = UpdatedAt where AwardId = (select x.AwardId from SpendingReport x where x.Id = @Id)
        """;

    const string CountHandedIn = """
        select count(*) from SpendingReport where AwardId = @AwardId and Kind = 'final' and SubmittedOn is not null
        """;

    const string ExtendRow = """
        update SpendingReport set PeriodEndsOn = @PeriodEndsOn, DueOn = @DueOn, Version = Version + 1, UpdatedAt = @At,
            OwedOn = case when Status in ('due', 'draft') then @DueOn else OwedOn end,
            OverdueNotedOn = case when Status in ('due', 'draft') then null else OverdueNotedOn end
        where AwardId = @AwardId and Kind = 'final'
        """;

    const string Insert = """
        insert into SpendingReport (Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Kind, PeriodEndsOn, StatementForm,
            ProcurementNoteAboveCents, Status, DueOn, OwedOn, CreatedAt, UpdatedAt)
        values (@Id, 1, @ProgrammeId, @AwardId, @OfficeAgs, @Reference, @Kind, @PeriodEndsOn, @StatementForm,
            @ProcurementNoteAbove, 'due', @DueOn, @DueOn, @At, @At)
        """;

    /// <summary>A report that is not accepted yet.</summary>
    sealed record Expected
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
    }
}
