using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Lists the calculations of interest on an award.</summary>
/// <remarks>In the order in which they were proposed, also those that were refused. An applicant sees those that are confirmed.</remarks>
sealed class ListInterestCalculations(CurrentUser user) : Page<InterestCalculation>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}/interest");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<InterestCalculation>>> Handle(Session session, Paging request) =>
        await Award.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<InterestCalculation>(session, Select, new { Id, request.AfterSeq, request.Take });

    string Select => InterestCalculation.Select + " where AwardId = @Id and Seq > @AfterSeq"
        + (user.SeesAllOffices ? "" : " and Status = 'confirmed'") + " order by Seq";
}
