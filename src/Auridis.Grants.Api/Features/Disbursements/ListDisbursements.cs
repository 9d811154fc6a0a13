using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>Lists payments.</summary>
/// <remarks>
/// In the order in which they were requested, or sorted by sort; an applicant sees the payments to its own office. Filters: q,
/// programmeId, awardId, status, officeAgs; all that are given must hold.
/// </remarks>
sealed class ListDisbursements(CurrentUser user) : Page<ListDisbursements.Request, Disbursement>
{
    public sealed record Request : SearchPaging
    {
        public Guid? ProgrammeId { get; init; }

        public Guid? AwardId { get; init; }

        [OneOf(typeof(DisbursementStatus))]
        public string? Status { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }

        [SortedBy("reference", "officeAgs", "updatedAt", "amount")]
        public override string? Sort { get; init; }

        protected override IReadOnlyList<SortColumn> Sortable => Columns;

        static readonly SortColumn[] Columns =
        [
            SortColumn.Of("reference", "Reference", (Disbursement row) => row.Reference),
            SortColumn.Of("officeAgs", "OfficeAgs", (Disbursement row) => row.OfficeAgs),
            SortColumn.UpdatedAt<Disbursement>(),
            SortColumn.Of("amount", "AmountCents", (Disbursement row) => row.Amount),
        ];
    }

    public override void Configure()
    {
        Get("/disbursements");
        Policies(Can.ReadPayments);
    }

    protected override async Task<Outcome<ListOf<Disbursement>>> Handle(Session session, Request request)
    {
        var found = await Search.Condition(session, request);
        return await request.Of<Disbursement, Disbursement>(session, Select(request, found), new
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
        }, payment => payment.For(user));
    }

    string Select(Request request, string? found) => (Disbursement.Select + " where " + request.After())
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.AwardId, "AwardId = @AwardId")
        .When(request.Status, "Status = @Status")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .When(found, found!)
        .SeenBy(user)
        + request.InOrder();

    static readonly SiteSearch Search = new(
        "Disbursement",
        $"AwardId in (select Id from Award where ApplicationId in ({SiteSearch.ByTitle}))",
        $"""
        exists (
            select 1 from Award w join Application a on a.Id = w.ApplicationId
            where w.Id = Disbursement.AwardId and a.{SiteSearch.TitleMatches})
        """);
}
