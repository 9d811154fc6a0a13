using Auridis.Grants.Api.Clock;
using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.SpendingReports;

/// <summary>Lists spending reports.</summary>
sealed class ListSpendingReports : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/spending-reports", Handle)
        .RequireAuthorization(Policies.CanReadSpendingReports)
        .Describe("listSpendingReports", "Lists spending reports",
            "In the order in which their awards became active; applicants see those of their own office. Filters: awardId, status, "
            + "officeAgs, overdue (true: due or draft after the day it is due, by the business clock; false: all others); all that are given must hold.");

    static Task<Listed<SpendingReport>> Handle(
        [AsParameters] Paging paging, [FromQuery] Guid? awardId, [FromQuery, OneOf(typeof(SpendingReportStatus))] string? status, [FromQuery, Ags] string? officeAgs, [FromQuery] bool? overdue,
        Db db, CurrentUser user, BusinessClock clock, CancellationToken cancel)
    {
        var today = clock.Today;
        return paging.Read<SpendingReport.Row, SpendingReport>(db, Select, row => row.ToReport(),
            (After, Take) => new { After, Take, awardId, status, officeAgs, overdue, today, user.SeesAllOffices, OwnOffice = user.Office }, cancel);
    }

    const string Select = SpendingReport.Row.Select + """

        where Seq > @After
          and (@awardId is null or AwardId = @awardId)
          and (@status is null or Status = @status)
          and (@officeAgs is null or OfficeAgs = @officeAgs)
          and (@overdue is null or @overdue = case when Status in ('due', 'draft') and DueOn < @today then 1 else 0 end)
          and (@SeesAllOffices = 1 or OfficeAgs = @OwnOffice)
        order by Seq
        """;
}
