using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Disbursements;

/// <summary>Lists payments.</summary>
sealed class ListDisbursements : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/disbursements", Handle)
        .RequireAuthorization(Policies.CanReadPayments)
        .Describe("listDisbursements", "Lists payments",
            "In the order in which they were requested; an applicant sees those of its own office. Filters: awardId, status, officeAgs; all that are given must hold.");

    static Task<Listed<Disbursement>> Handle(
        [AsParameters] Paging paging, [FromQuery] Guid? awardId, [FromQuery, OneOf(typeof(DisbursementStatus))] string? status, [FromQuery, Ags] string? officeAgs, Db db, CurrentUser user,
        CancellationToken cancel)
    {
        // Null sees all offices; an applicant without an office sees none.
        var own = user.SeesAllOffices ? null : user.Office ?? "";
        return paging.Read<Disbursement.Row, Disbursement>(db, Select, row => row.For(user), (After, Take) => new { After, Take, awardId, status, officeAgs, own }, cancel);
    }

    const string Select = Disbursement.Row.Select + """
         where Seq > @After
          and (@own is null or OfficeAgs = @own)
          and (@awardId is null or AwardId = @awardId)
          and (@status is null or Status = @status)
          and (@officeAgs is null or OfficeAgs = @officeAgs)
        order by Seq
        """;
}
