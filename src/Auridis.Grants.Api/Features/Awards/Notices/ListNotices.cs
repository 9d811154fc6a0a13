namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Lists what an office has told of its award.</summary>
/// <remarks>In the order in which it was told.</remarks>
sealed class ListNotices(CurrentUser user) : Page<AwardNotice>
{
    public override void Configure()
    {
        Get("/awards/{id:guid}/notices");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<AwardNotice>>> Handle(Session session, Paging request) =>
        await Award.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<AwardNotice>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = AwardNotice.Select + " where AwardId = @Id and Seq > @AfterSeq order by Seq";
}
