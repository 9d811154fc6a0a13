namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Reads an award.</summary>
/// <remarks>Its amount, lines, period, terms, and how much of it is drawn. An applicant sees the awards of its own office.</remarks>
sealed class GetAward(CurrentUser user) : Read<Award>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Award>> Handle(Session session) =>
        await Award.FindFor(session, Id, user) is { } award ? award : Problems.NotFound;
}
