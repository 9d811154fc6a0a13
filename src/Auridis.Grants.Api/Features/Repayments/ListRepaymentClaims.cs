using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Lists repayment claims.</summary>
/// <remarks>
/// In the order in which they were created, or sorted by sort; an applicant sees those on its own office. Filters: q, programmeId,
/// awardId, status, officeAgs; all that are given must hold.
/// </remarks>
sealed class ListRepaymentClaims(CurrentUser user, BusinessClock clock) : Page<ListRepaymentClaims.Request, RepaymentClaim>
{
    public sealed record Request : SearchPaging
    {
        public Guid? ProgrammeId { get; init; }

        public Guid? AwardId { get; init; }

        [OneOf(typeof(RepaymentClaimStatus))]
        public string? Status { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }

        [SortedBy("reference", "officeAgs", "updatedAt", "principal")]
        public override string? Sort { get; init; }

        protected override IReadOnlyList<SortColumn> Sortable => Columns;

        static readonly SortColumn[] Columns =
        [
            SortColumn.Of("reference", "Reference", (RepaymentClaim row) => row.Reference),
            SortColumn.Of("officeAgs", "OfficeAgs", (RepaymentClaim row) => row.OfficeAgs),
            SortColumn.UpdatedAt<RepaymentClaim>(),
            SortColumn.Of("principal", "PrincipalCents", (RepaymentClaim row) => row.Principal),
        ];
    }

    public override void Configure()
    {
        Get("/repayment-claims");
        Policies(Can.ReadRepaymentClaims);
    }

    protected override async Task<Outcome<ListOf<RepaymentClaim>>> Handle(Session session, Request request)
    {
        var found = await Search.Condition(session, request);
        return await request.Of<RepaymentClaim, RepaymentClaim>(session, Select(request, found), new
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
            request.AwardId,
            request.Status,
            request.OfficeAgs,
            user.OwnOffice,
        }, claim => InternalWriteOff.SeenBy(claim, user).AsOf(clock.Today));
    }

    string Select(Request request, string? found) => (RepaymentClaim.Select + " where " + request.After())
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.Status, InternalWriteOff.StatusSeenBy(user) + " = @Status")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .When(found, found!)
        .SeenBy(user)
        + request.InOrder();

    static readonly SiteSearch Search = new(
        "RepaymentClaim",
        $"AwardId in (select Id from Award where ApplicationId in ({SiteSearch.ByTitle}))",
        $"""
        exists (
            select 1 from Award w join Application a on a.Id = w.ApplicationId
            where w.Id = RepaymentClaim.AwardId and a.{SiteSearch.TitleMatches})
        """);
}
