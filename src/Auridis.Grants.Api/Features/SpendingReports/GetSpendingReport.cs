namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Reads a spending report.</summary>
/// <remarks>Its receipts and its numeric statement have addresses of their own.</remarks>
sealed class GetSpendingReport(CurrentUser user) : Read<SpendingReport>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<SpendingReport>> Handle(Session session) =>
        await SpendingReport.FindFor(session, Id, user) is { } report ? report : Problems.NotFound;
}
