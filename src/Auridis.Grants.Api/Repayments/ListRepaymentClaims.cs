using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.Repayments;

/// <summary>Lists repayment claims.</summary>
sealed class ListRepaymentClaims : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/repayment-claims", Handle)
        .RequireAuthorization(Policies.CanReadRepaymentClaims)
        .Describe("listRepaymentClaims", "Lists repayment claims",
            "In the order in which they were made; applicants see those of their own office. Filters: awardId, status, officeAgs; "
            + "all that are given must hold.");

    static Task<Listed<RepaymentClaim>> Handle(
        [AsParameters] Paging paging, [FromQuery] Guid? awardId, [FromQuery, OneOf(typeof(RepaymentClaimStatus))] string? status, [FromQuery, Ags] string? officeAgs,
        Db db, CurrentUser user, CancellationToken cancel) =>
        paging.Read<RepaymentClaim.Row, RepaymentClaim>(db, Select, row => row.ToClaim(),
            (After, Take) => new { After, Take, awardId, status, officeAgs, user.SeesAllOffices, OwnOffice = user.Office }, cancel);

    const string Select = RepaymentClaim.Row.Select + """

        where Seq > @After
          and (@awardId is null or AwardId = @awardId)
          and (@status is null or Status = @status)
          and (@officeAgs is null or OfficeAgs = @officeAgs)
          and (@SeesAllOffices = 1 or OfficeAgs = @OwnOffice)
        order by Seq
        """;
}
