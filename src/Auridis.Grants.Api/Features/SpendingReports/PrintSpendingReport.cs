using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FastEndpoints;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Shows a spending report as a page to print.</summary>
/// <remarks>
/// Narrative and numeric statement in the order of the plan, in German, as plain HTML without scripts, with headings, and with tables that
/// a screen reader follows. At the foot of what was submitted stands the SHA-256 of that version; a draft says that it is one.
/// </remarks>
sealed class PrintSpendingReport(CurrentUser user) : Slice<EmptyRequest, FoundPage>
{
    public override void Configure()
    {
        Get("/spending-reports/{id:guid}/print");
        Policies(Can.ReadSpendingReports);
        Refuses(Problems.NotFound);
    }

    protected override async Task<FoundPage> Answer(EmptyRequest request, CancellationToken cancel)
    {
        var found = await Db.Read(Find, cancel);
        return found.Succeeded ? found.Value.Page() : FoundPage.Refuse((Problem)found.Refusal);
    }

    async Task<Outcome<SpendingReportPrint>> Find(Session session)
    {
        if (await SpendingReport.FindFor(session, Id, user) is not { } report)
            return Problems.NotFound;
        var hash = SpendingReportStatus.Written.Contains(report.Status, StringComparer.Ordinal)
            ? null
            : await session.OneOrNull<string?>(SelectHash, new { Id, report.Versions });
        return new SpendingReportPrint(
            report, (await Award.Find(session, report.AwardId))!, (await Programme.Find(session, report.ProgrammeId))!,
            (await YouthOffice.FindByAgs(session, report.OfficeAgs))!, await Statement.Read(session, report), hash);
    }

    const string SelectHash = "select ContentHash from SpendingReportVersion where SpendingReportId = @Id and Number = @Versions";
}
