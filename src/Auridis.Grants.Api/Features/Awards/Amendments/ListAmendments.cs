namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Lists the amendments of an award.</summary>
/// <remarks>In the order in which they were proposed, also those that were refused or withdrawn.</remarks>
sealed class ListAmendments(CurrentUser user) : Page<Amendment>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}/amendments");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Amendment>>> Handle(Session session, Paging request) =>
        await Award.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<Amendment>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = Amendment.Select + " where AwardId = @Id and Seq > @AfterSeq order by Seq";
}
