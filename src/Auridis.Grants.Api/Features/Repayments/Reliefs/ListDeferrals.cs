namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Lists the deferrals of a repayment claim.</summary>
/// <remarks>
/// In the order in which they were proposed, also those that were refused. An office sees those on its own claims that were granted.
/// </remarks>
sealed class ListDeferrals(CurrentUser user) : Page<Deferral>
{
    public override void Configure()
    {
        Get("/repayment-claims/{id:guid}/deferrals");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Deferral>>> Handle(Session session, Paging request) =>
        await RepaymentClaim.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<Deferral>(session, Select, new { Id, request.AfterSeq, request.Take });

    string Select => Deferral.Select + " and RepaymentClaimId = @Id and Seq > @AfterSeq"
        + (user.SeesAllOffices ? "" : $" and {Deferral.SeenByOffice}") + " order by Seq";
}
