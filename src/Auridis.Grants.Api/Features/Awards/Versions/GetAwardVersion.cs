namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Reads a version of an award.</summary>
/// <remarks>A version never changes.</remarks>
sealed class GetAwardVersion(CurrentUser user) : Read<AwardVersion>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}/versions/{number:int}");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<AwardVersion>> Handle(Session session) =>
        await Award.FindFor(session, Id, user) is not null && await AwardVersion.Find(session, Id, Path<int>("number")) is { } version
            ? version
            : Problems.NotFound;
}
