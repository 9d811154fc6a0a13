namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Reads a submitted version of a report.</summary>
/// <remarks>
/// Its receipts have an address of their own (<c>listSpendingReportVersionReceipts</c>). A version never changes; the ETag is its SHA-256.
/// </remarks>
sealed class GetSpendingReportVersion(CurrentUser user) : Read<SpendingReportVersion>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/versions/{number:int}");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<SpendingReportVersion>> Handle(Session session)
    {
        if (await SpendingReport.FindFor(session, Id, user) is null)
            return Problems.NotFound;
        return await SpendingReportVersion.Find(session, Id, Path<int>("number")) is { } version ? version : Problems.NotFound;
    }
}
