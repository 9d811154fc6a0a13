using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.FunderContributions;

/// <summary>Reads a contribution of a funder.</summary>
/// <remarks>With its decision. A funder reads those to its own programmes.</remarks>
sealed class GetContribution(CurrentUser user) : Read<Contribution>
{
    public override void Configure()
    {
        Get("/contributions/{id:guid}");
        Policies(Can.ReadFunds);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Contribution>> Handle(Session session) =>
        await Contribution.Find(session, Id) is { } contribution
        && FundsOfFunder.Sees(user, (await Programme.Find(session, contribution.ProgrammeId))!.Terms.Funder)
            ? contribution
            : Problems.NotFound;
}
