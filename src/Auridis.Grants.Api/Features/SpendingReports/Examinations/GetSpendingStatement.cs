namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Reads the numeric statement of a report.</summary>
/// <remarks>
/// Plan, expenditure and deviation of every budget line, what is recognised, and what the site may keep or has to pay back. Until the
/// report is accepted, it shows what acceptance would come to now; from then on, what it came to.
/// </remarks>
sealed class GetSpendingStatement(CurrentUser user) : Read<Statement>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/statement");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Statement>> Handle(Session session) =>
        await SpendingReport.FindFor(session, Id, user) is { } report ? await Statement.Read(session, report) : Problems.NotFound;
}
