namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Reads what an office has told of its award.</summary>
/// <remarks>An applicant sees what its own office has told.</remarks>
sealed class GetNotice(CurrentUser user) : Read<AwardNotice>
{
    public override void Configure()
    {
        Get("/notices/{id:guid}");
        Policies(Can.ReadAwards);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<AwardNotice>> Handle(Session session) =>
        await AwardNotice.FindFor(session, Id, user) is { } notice ? notice : Problems.NotFound;
}
