namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Lists the submitted versions of a report.</summary>
/// <remarks>In the order of submission, each with the hash of its content.</remarks>
sealed class ListSpendingReportVersions(CurrentUser user) : Page<SpendingReportVersionSummary>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/versions");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<SpendingReportVersionSummary>>> Handle(Session session, Paging request) =>
        await SpendingReport.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<SpendingReportVersionSummary>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = """
        select Number, ContentHash, SubmittedOn, CreatedAt
        from SpendingReportVersion
        where SpendingReportId = @Id and Number > @AfterSeq
        order by Number
        """;
}
