namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Reads an amendment of an award.</summary>
/// <remarks>With the plan before and after it. An applicant sees those of its own office.</remarks>
sealed class GetAmendment(CurrentUser user) : Read<Amendment>
{
    public override void Configure()
    {
        Get("/amendments/{id:guid}");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Amendment>> Handle(Session session) =>
        await Amendment.FindFor(session, Id, user) is { } amendment ? amendment : Problems.NotFound;
}
