using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Awards;

/// <summary>Lists awards.</summary>
sealed class ListAwards : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/awards", Handle)
        .RequireAuthorization(Policies.CanReadAwards)
        .Describe("listAwards", "Lists awards",
            "In the order in which they were offered; an applicant sees those of its own office. Filters: programmeId, officeAgs, status; all that are given must hold.");

    static Task<Listed<Award>> Handle(
        [AsParameters] Paging paging, [FromQuery] Guid? programmeId, [FromQuery, Ags] string? officeAgs, [FromQuery, OneOf(typeof(AwardStatus))] string? status, Db db, CurrentUser user, CancellationToken cancel) =>
        paging.Read<Award.Row, Award>(db, Select, row => row.ToAward(),
            (After, Take) => new { After, Take, programmeId, officeAgs, status, Own = user.SeesAllOffices ? null : user.Office ?? "" }, cancel);

    const string Select = Award.Row.Select + """
         where Seq > @After
          and (@Own is null or OfficeAgs = @Own)
          and (@programmeId is null or ProgrammeId = @programmeId)
          and (@officeAgs is null or OfficeAgs = @officeAgs)
          and (@status is null or Status = @status)
        order by Seq
        """;
}
