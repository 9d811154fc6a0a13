namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists spending reports.</summary>
/// <remarks>
/// In the order in which their awards became active. Applicants see those of their own office. Filters: awardId, status, officeAgs, overdue
/// (true: due or draft after the day it is due, by the business clock; false: all others). All filters that are given must hold.
/// </remarks>
sealed class ListSpendingReports(CurrentUser user, BusinessClock clock) : Page<ListSpendingReports.Request, SpendingReport>
{
    public sealed record Request : Paging
    {
        public Guid? AwardId { get; init; }

        [OneOf(typeof(SpendingReportStatus))]
        public string? Status { get; init; }

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
            request.Take,
            request.AwardId,
            request.Status,
            request.OfficeAgs,
            clock.Today,
            user.OwnOffice,
        });

    string Select(Request request) => (SpendingReport.Select + " where Seq > @AfterSeq")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.Status, "Status = @Status")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .When(request.Overdue, request.Overdue == true ? SpendingReport.IsOverdue : $"not ({SpendingReport.IsOverdue})")
        .SeenBy(user)
        + " order by Seq";
}
