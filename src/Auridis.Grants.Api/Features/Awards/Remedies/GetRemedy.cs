namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Reads a remedy against an award.</summary>
/// <remarks>An applicant sees those of its own office.</remarks>
sealed class GetRemedy(CurrentUser user) : Read<AwardRemedy>
{
    public override void Configure()
    {
        Get("/remedies/{id:guid}");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<AwardRemedy>> Handle(Session session) =>
        await AwardRemedy.FindFor(session, Id, user) is { } remedy ? remedy : Problems.NotFound;
}
