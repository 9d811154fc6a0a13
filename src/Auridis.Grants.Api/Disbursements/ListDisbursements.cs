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
            "In the order in which they were requested; an applicant sees those of its own office. Filters: award (its id), status, office (its AGS); all that are given must hold.");

    static Task<Listed<Disbursement>> Handle(
        [AsParameters] Paging paging, [FromQuery] Guid? award, [FromQuery, OneOf(typeof(DisbursementStatus))] string? status, [FromQuery] string? office, Db db, CurrentUser user,
        CancellationToken cancel)
    {
        // Null sees all offices; an applicant without an office sees none.
        var own = user.SeesAllOffices ? null : user.Office ?? "";
        return paging.Read<Disbursement.Row, Disbursement>(db, Select, row => row.For(user), (After, Take) => new { After, Take, award, status, office, own }, cancel);
    }

    const string Select = Disbursement.Row.Select + """
         where Seq > @After
          and (@own is null or OfficeAgs = @own)
          and (@award is null or AwardId = @award)
          and (@status is null or Status = @status)
          and (@office is null or OfficeAgs = @office)
        order by Seq
        """;
}
