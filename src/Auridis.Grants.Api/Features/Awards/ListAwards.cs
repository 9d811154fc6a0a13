using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Lists awards.</summary>
/// <remarks>
/// In the order in which they were offered, or sorted by sort; an applicant sees those of its own office. Filters: q, programmeId,
/// officeAgs, status; all that are given must hold.
/// </remarks>
sealed class ListAwards(CurrentUser user) : Page<ListAwards.Request, Award>
{
    public sealed record Request : SearchPaging
    {
        public Guid? ProgrammeId { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }

        [OneOf(typeof(AwardStatus))]
        public string? Status { get; init; }

        [SortedBy("reference", "officeAgs", "updatedAt", "amount")]
        public override string? Sort { get; init; }

        protected override IReadOnlyList<SortColumn> Sortable => Columns;

        static readonly SortColumn[] Columns =
        [
            SortColumn.Of("reference", "Reference", (Award row) => row.Reference),
            SortColumn.Of("officeAgs", "OfficeAgs", (Award row) => row.OfficeAgs),
            SortColumn.UpdatedAt<Award>(),
            SortColumn.Of("amount", "AmountCents", (Award row) => row.Amount),
        ];
    }

    public override void Configure()
    {
        Get("/awards");
        Policies(Can.ReadAwards);
    }

    protected override async Task<Outcome<ListOf<Award>>> Handle(Session session, Request request)
    {
        var found = await Search.Condition(session, request);
        return await request.Of<Award>(session, Select(request, found), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.AfterText,
            request.AfterAmount,
            request.Take,
            request.Prefix,
            request.Anywhere,
            request.PrefixFrom,
            request.PrefixTo,
            request.KeyFrom,
            request.KeyTo,
            request.ProgrammeId,
            request.OfficeAgs,
            request.Status,
            user.OwnOffice,
        });
    }

    string Select(Request request, string? found) => (Award.Select + " where " + request.After())
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .When(request.Status, "Status = @Status")
        .When(found, found!)
        .SeenBy(user)
        + request.InOrder();

    static readonly SiteSearch Search = new(
        "Award",
        $"ApplicationId in ({SiteSearch.ByTitle})",
        $"exists (select 1 from Application a where a.Id = Award.ApplicationId and a.{SiteSearch.TitleMatches})");
}
