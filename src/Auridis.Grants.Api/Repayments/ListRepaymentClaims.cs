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
            "In the order in which they were made; applicants see those of their own office. Filters: award (its id), status, office (its AGS); "
            + "all that are given must hold.");

    static Task<Listed<RepaymentClaim>> Handle(
        [AsParameters] Paging paging, [FromQuery] Guid? award, [FromQuery, OneOf(typeof(RepaymentClaimStatus))] string? status, [FromQuery] string? office,
        Db db, CurrentUser user, CancellationToken cancel) =>
        paging.Read<RepaymentClaim.Row, RepaymentClaim>(db, Select, row => row.ToClaim(),
            (After, Take) => new { After, Take, award, status, office, user.SeesAllOffices, OwnOffice = user.Office }, cancel);

    const string Select = RepaymentClaim.Row.Select + """

        where Seq > @After
          and (@award is null or AwardId = @award)
          and (@status is null or Status = @status)
          and (@office is null or OfficeAgs = @office)
          and (@SeesAllOffices = 1 or OfficeAgs = @OwnOffice)
        order by Seq
        """;
}
