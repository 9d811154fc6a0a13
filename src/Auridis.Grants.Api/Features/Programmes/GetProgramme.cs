namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Reads a programme.</summary>
/// <remarks>Its terms, its status, and how many of its places and how much of its money are taken.</remarks>
sealed class GetProgramme : Read<Programme>
{
    public override void Configure()
    {
        Get("/programmes/{id:guid}");
        Policies(Can.Read);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Programme>> Handle(Session session) =>
        await Programme.Find(session, Id) is { } programme ? programme : Problems.NotFound;
}
