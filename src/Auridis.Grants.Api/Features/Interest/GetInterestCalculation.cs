namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Reads a calculation of interest.</summary>
/// <remarks>With its segments: days, rate and sum. An applicant sees those on its own office that are confirmed.</remarks>
sealed class GetInterestCalculation(CurrentUser user) : Read<InterestCalculation>
{
    public override void Configure()
    {
        Get("/interest-calculations/{id:guid}");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<InterestCalculation>> Handle(Session session) =>
        await InterestCalculation.FindFor(session, Id, user) is { } calculation ? calculation : Problems.NotFound;
}
