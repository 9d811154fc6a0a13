namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Lists the terminations of an award.</summary>
/// <remarks>In the order in which they were proposed, also those that were refused.</remarks>
sealed class ListTerminations : Page<Termination>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}/terminations");
        Policies(Can.ReadTerminations);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Termination>>> Handle(Session session, Paging request) =>
        await Award.Find(session, Id) is null
            ? Problems.NotFound
            : await request.Of<Termination>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = Termination.Select + " where AwardId = @Id and Seq > @AfterSeq order by Seq";
}
