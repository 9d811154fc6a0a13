namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Lists the waivers of a repayment claim.</summary>
/// <remarks>
/// In the order in which they were proposed, also those that were refused. An office sees those on its own claims that were granted.
/// </remarks>
sealed class ListWaivers(CurrentUser user) : Page<Waiver>
{
    public override void Configure()
    {
        Get("/repayment-claims/{id:guid}/waivers");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Waiver>>> Handle(Session session, Paging request) =>
        await RepaymentClaim.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<Waiver>(session, Select, new { Id, request.AfterSeq, request.Take });

    string Select => Waiver.Select + " and RepaymentClaimId = @Id and Seq > @AfterSeq"
        + (user.SeesAllOffices ? "" : $" and {Waiver.SeenByOffice}") + " order by Seq";
}
