using Auridis.Grants.Api.Database;
using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Security;
using Microsoft.AspNetCore.Mvc;

namespace Auridis.Grants.Api.YouthOffices;

/// <summary>Lists youth offices.</summary>
sealed class ListYouthOffices : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/youth-offices", Handle)
        .RequireAuthorization(Policies.CanRead)
        .Describe("listYouthOffices", "Lists youth offices",
            "In the order of the official list. All filters that are given must hold.");

    /// <param name="ags">The office with this key.</param>
    /// <param name="kind">Offices of this kind.</param>
    /// <param name="governmentDistrict">Offices of this Regierungsbezirk, as <c>Münster</c>.</param>
    static Task<Listed<YouthOffice>> Handle(
        [AsParameters] Paging paging, [FromQuery, Ags] string? ags, [FromQuery, OneOf(typeof(YouthOfficeKind))] string? kind, [FromQuery] string? governmentDistrict, Db db, CancellationToken cancel) =>
        paging.Read<YouthOffice.Row, YouthOffice>(db, Select, row => row.ToYouthOffice(),
            (After, Take) => new { After, Take, ags, kind, governmentDistrict }, cancel);

    const string Select = YouthOffice.Row.Select + """
         where Seq > @After
          and (@ags is null or Ags = @ags)
          and (@kind is null or Kind = @kind)
          and (@governmentDistrict is null or GovernmentDistrict = @governmentDistrict)
        order by Seq
        """;
}
