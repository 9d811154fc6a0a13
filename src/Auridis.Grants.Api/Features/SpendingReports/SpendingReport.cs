using Auridis.Grants.Api.Features.Awards;

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
    /// The day it is due, to its end, Europe/Berlin; fixed when the award became active. While the report is <c>due</c> or <c>draft</c>, it
    /// is overdue after that day.
    /// </summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>What was done with the money (Sachbericht); null until it is written.</summary>
    public string? Narrative { get; init; }

    /// <summary>What the office itself contributed.</summary>
    public required Money OwnFunds { get; init; }

    /// <summary>What others paid for the same purpose.</summary>
    public required Money ThirdPartyIncome { get; init; }

    /// <summary>How many receipts it has, at most 5,000.</summary>
    public required int ReceiptCount { get; init; }

    /// <summary>The sum of its receipts.</summary>
    public required Money Expenditure { get; init; }

    /// <summary>The day it was submitted.</summary>
    public DateOnly? SubmittedOn { get; init; }

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

    /// <inheritdoc cref="ReportOverdue.Condition"/>
    public const string IsOverdue = ReportOverdue.Condition;

    public const string Select = """
        select Seq, Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Status, DueOn, Narrative, OwnFundsCents,
            ThirdPartyCents as ThirdPartyIncomeCents, ReceiptCount, ExpenditureCents, SubmittedBy, SubmittedOn, ExaminedBy, FindingsBy,
            AcceptedOn, CreatedAt, UpdatedAt
        from SpendingReport
        """;

    const string Insert = """
        insert into SpendingReport (Id, Version, ProgrammeId, AwardId, OfficeAgs, Reference, Status, DueOn, CreatedAt, UpdatedAt)
        values (@Id, 1, @ProgrammeId, @AwardId, @OfficeAgs, @Reference, 'due', @DueOn, @At, @At)
        """;
}
