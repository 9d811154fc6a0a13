namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Lists the versions of an award.</summary>
/// <remarks>The offer, and one for each amendment that was approved and each termination in part; the last one is in force.</remarks>
sealed class ListAwardVersions(CurrentUser user) : Page<AwardVersion>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}/versions");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<AwardVersion>>> Handle(Session session, Paging request) =>
        await Award.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<AwardVersion>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = AwardVersion.Select + " where AwardId = @Id and Number > @AfterSeq order by Number";
}
