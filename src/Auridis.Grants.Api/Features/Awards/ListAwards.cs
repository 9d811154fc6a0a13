namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Lists awards.</summary>
/// <remarks>
/// In the order in which they were offered; an applicant sees those of its own office. Filters: programmeId, officeAgs, status; all
/// that are given must hold.
/// </remarks>
sealed class ListAwards(CurrentUser user) : Page<ListAwards.Request, Award>
{
    public sealed record Request : ChangesPaging
    {
        public Guid? ProgrammeId { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }

        [OneOf(typeof(AwardStatus))]
        public string? Status { get; init; }
    }

    public override void Configure()
    {
        Get("/awards");
        Policies(Can.ReadAwards);
    }

    protected override async Task<Outcome<ListOf<Award>>> Handle(Session session, Request request) =>
        await request.Of<Award>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.Take,
            request.ProgrammeId,
            request.OfficeAgs,
            request.Status,
            user.OwnOffice,
        });

    string Select(Request request) => (Award.Select + " where " + request.After())
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .When(request.Status, "Status = @Status")
        .SeenBy(user)
        + request.InOrder();
}
