namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Reads a termination.</summary>
/// <remarks>With its decision, and the claim that it led to. For the funding side: the office gets a letter.</remarks>
sealed class GetTermination : Read<Termination>
{
    public override void Configure()
    {
        Get("/terminations/{id:guid}");
        Policies(Can.ReadTerminations);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Termination>> Handle(Session session) =>
        await Termination.Find(session, Id) is { } termination ? termination : Problems.NotFound;
}
