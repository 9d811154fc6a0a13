namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Reads a repayment claim.</summary>
/// <remarks>How much was claimed, how much has come back, and how much is open. An applicant sees the claims on its own office.</remarks>
sealed class GetRepaymentClaim(CurrentUser user, BusinessClock clock) : Read<RepaymentClaim>
{
    public override void Configure()
    {
        Get("/repayment-claims/{id:guid}");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<RepaymentClaim>> Handle(Session session) =>
        await RepaymentClaim.FindFor(session, Id, user) is { } claim ? claim.AsOf(clock.Today) : Problems.NotFound;
}
