namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Lists the remedies against an award.</summary>
/// <remarks>In the order in which they were recorded, also those that were struck.</remarks>
sealed class ListRemedies(CurrentUser user) : Page<AwardRemedy>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}/remedies");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<AwardRemedy>>> Handle(Session session, Paging request) =>
        await Award.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<AwardRemedy>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = AwardRemedy.Select + " where AwardId = @Id and Seq > @AfterSeq order by Seq";
}
