namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists spending reports.</summary>
/// <remarks>
/// In the order in which their awards became active. Applicants see those of their own office. Filters: programmeId, awardId, status,
/// kind, officeAgs, overdue (true: due or draft after the day it is due, or returned after the day it is to be mended by, by the business
/// clock; false: all others). All filters that are given must hold.
/// </remarks>
sealed class ListSpendingReports(CurrentUser user, BusinessClock clock) : Page<ListSpendingReports.Request, SpendingReport>
{
    public sealed record Request : ChangesPaging
    {
        public Guid? ProgrammeId { get; init; }

        public Guid? AwardId { get; init; }

        [OneOf(typeof(SpendingReportStatus))]
        public string? Status { get; init; }

        /// <summary>Only final reports, or only interim ones.</summary>
        [OneOf(typeof(SpendingReportKind))]
        public string? Kind { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }

        public bool? Overdue { get; init; }
    }

    public override void Configure()
    {
        Get("/spending-reports");
        Policies(Can.ReadSpendingReports);
    }

    protected override async Task<Outcome<ListOf<SpendingReport>>> Handle(Session session, Request request) =>
        await request.Of<SpendingReport>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.ProgrammeId,
            request.AwardId,
            request.Status,
            request.Kind,
            request.OfficeAgs,
            clock.Today,
            user.OwnOffice,
        });

    string Select(Request request) => (SpendingReport.Select + " where " + request.After())
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.Status, "Status = @Status")
        .When(request.Kind, OfKind(request))
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .When(request.Overdue, Overdue(request))
        .SeenBy(user)
        + request.InOrder();

    /// <summary>
    /// Beside an award, a programme or a time said by what it is not, so that SQLite begins at these and not at the broad kind.
    /// </summary>
    static string OfKind(Request request) => request is { AwardId: null, ProgrammeId: null, ChangedSince: null }
        ? "Kind = @Kind"
        : "not (Kind <> @Kind)";

    /// <summary>
    /// Of changes said by what it is not, so that SQLite reads them in their order and not by the index of what can be overdue.
    /// </summary>
    static string Overdue(Request request) => request switch
    {
        { Overdue: false } => ReportOverdue.Otherwise,
        { ChangedSince: not null } => $"not ({ReportOverdue.Otherwise})",
        _ => SpendingReport.IsOverdue,
    };
}
