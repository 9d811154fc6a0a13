
namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The spending report of an award (Verwendungsnachweis).</summary>
/// <param name="OfficeAgs">The AGS of the Jugendamt that owes it.</param>
/// <param name="DueOn">The day it is due, to its end, Europe/Berlin; fixed when the award became active. While the report is
/// <c>due</c> or <c>draft</c>, it is overdue after that day.</param>
/// <param name="Narrative">What was done with the money (Sachbericht); null until it is written.</param>
/// <param name="OwnFunds">What the office itself put in.</param>
/// <param name="ThirdPartyIncome">What others paid for the same purpose.</param>
/// <param name="ReceiptCount">How many receipts it has, at most 5,000.</param>
/// <param name="Expenditure">The sum of its receipts.</param>
/// <param name="SubmittedOn">The day it was handed in.</param>
/// <param name="AcceptedOn">The day its examination was accepted.</param>
sealed record SpendingReport(
    Guid Id,
    int Version,
    Guid AwardId,
    string OfficeAgs,
    [property: OneOf(typeof(SpendingReportStatus))] string Status,
    DateOnly DueOn,
    string? Narrative,
    Money OwnFunds,
    Money ThirdPartyIncome,
    int ReceiptCount,
    Money Expenditure,
    DateOnly? SubmittedOn,
    DateOnly? AcceptedOn) : IResource
{
    /// <summary>Puts a report on the list of what is due; called when its award becomes active, in the same transaction.</summary>
    /// <param name="officeAgs">The AGS of the Jugendamt that owes it.</param>
    /// <param name="dueOn">The day it is due, fixed from here on: overdue is computed from it.</param>
    public static async Task Expect(Tx tx, Guid id, Guid awardId, string officeAgs, DateOnly dueOn)
    {
        await tx.Execute(Insert, new { Id = id, AwardId = awardId, OfficeAgs = officeAgs, DueOn = dueOn });
        Audit.Append(tx, "spending-report.expected", id, 1, new { AwardId = awardId, DueOn = dueOn });
    }

    /// <summary>The report's row, or null when there is none with this id, or not for the eyes of this user.</summary>
    public static async Task<Row?> Find(Session session, Guid id, CurrentUser user) =>
        await session.OneOrNull<Row>(Row.Select + " where Id = @Id", new { Id = id }) is { } row && user.Sees(row.OfficeAgs) ? row : null;

    /// <summary>The report as it is after a change in the same transaction.</summary>
    public static async Task<SpendingReport> Get(Tx tx, Guid id) => (await tx.One<Row>(Row.Select + " where Id = @Id", new { Id = id })).ToReport();

    /// <summary>
    /// Why an update of <c>where Id = @Id and Version = @Version and Status in (…)</c> changed nothing, in the documented order: not
    /// found, not allowed, stale version, wrong state.
    /// </summary>
    /// <param name="version">Null where the change takes no If-Match.</param>
    /// <param name="forbids">Why this user may not do this to this report; null when it may.</param>
    public static async Task<Problem> WhyRefused(Tx tx, Guid id, CurrentUser user, int? version, Func<Row, Problem?> forbids, params string[] expected)
    {
        if (await Find(tx, id, user) is not { } row)
            return Problems.NotFound;
        if (forbids(row) is { } problem)
            return problem;
        return Problems.StaleOrWrongState(row.Version, version ?? row.Version, row.Status, expected);
    }

    /// <summary>Only the office itself writes its report, whoever else may see it.</summary>
    public static Func<Row, Problem?> OnlyItsOffice(CurrentUser user) => row => user.ActsFor(row.OfficeAgs) ? null : Problems.Forbidden;

    /// <summary>By <c>@Today</c>: due or drafted after the day it was due.</summary>
    public const string IsOverdue = "DueOn < @Today and Status in ('due', 'draft')";

    const string Insert = """
        insert into SpendingReport (Id, Version, AwardId, OfficeAgs, Status, DueOn)
        values (@Id, 1, @AwardId, @OfficeAgs, 'due', @DueOn)
        """;

    /// <summary>A row of the table.</summary>
    public sealed class Row : IPaged
    {
        public const string Select = """
            select Seq, Id, Version, AwardId, OfficeAgs, Status, DueOn, Narrative, OwnFundsCents, ThirdPartyCents, ReceiptCount,
                ExpenditureCents, Result, SubmittedBy, SubmittedOn, ExaminedBy, FindingsBy, AcceptedOn
            from SpendingReport
            """;

        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required Guid AwardId { get; init; }
        public required string OfficeAgs { get; init; }
        public required string Status { get; init; }
        public required DateOnly DueOn { get; init; }
        public required string? Narrative { get; init; }
        public required long OwnFundsCents { get; init; }
        public required long ThirdPartyCents { get; init; }
        public required int ReceiptCount { get; init; }
        public required long ExpenditureCents { get; init; }
        public required string? Result { get; init; }
        public required string? SubmittedBy { get; init; }
        public required DateOnly? SubmittedOn { get; init; }
        public required string? ExaminedBy { get; init; }
        public required string? FindingsBy { get; init; }
        public required DateOnly? AcceptedOn { get; init; }

        public SpendingReport ToReport() => new(
            Id, Version, AwardId, OfficeAgs, Status, DueOn, Narrative, new Money(OwnFundsCents), new Money(ThirdPartyCents),
            ReceiptCount, new Money(ExpenditureCents), SubmittedOn, AcceptedOn);
    }
}
