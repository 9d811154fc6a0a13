namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Reads the reopening of a report.</summary>
/// <remarks>With what the report had come to before. An applicant sees those of its own office.</remarks>
sealed class GetReportReopening(CurrentUser user) : Read<ReportReopening>
{
    public override void Configure()
    {
        Get("/report-reopenings/{id:guid}");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ReportReopening>> Handle(Session session) =>
        await ReportReopening.FindFor(session, Id, user) is { } reopening ? reopening : Problems.NotFound;
}
