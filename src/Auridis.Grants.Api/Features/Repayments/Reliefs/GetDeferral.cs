namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Reads a deferral of a repayment claim.</summary>
/// <remarks>With its decision. An office sees what was granted on its own claims.</remarks>
sealed class GetDeferral(CurrentUser user) : Read<Deferral>
{
    public override void Configure()
    {
        Get("/deferrals/{id:guid}");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Deferral>> Handle(Session session) =>
        await Deferral.FindFor(session, Id, user) is { } deferral ? deferral : Problems.NotFound;
}
