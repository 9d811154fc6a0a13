namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Reads a waiver of a repayment claim.</summary>
/// <remarks>With its decision. An office sees what was granted on its own claims.</remarks>
sealed class GetWaiver(CurrentUser user) : Read<Waiver>
{
    public override void Configure()
    {
        Get("/waivers/{id:guid}");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Waiver>> Handle(Session session) =>
        await Waiver.FindFor(session, Id, user) is { } waiver ? waiver : Problems.NotFound;
}
