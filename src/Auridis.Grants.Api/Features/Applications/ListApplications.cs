namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Lists applications.</summary>
/// <remarks>
/// Those that the caller may read, in the order in which they were created, or sorted by sort. Filters: q, programmeId, status, officeAgs;
/// all that are given must hold.
/// </remarks>
sealed class ListApplications(CurrentUser user) : Page<ListApplications.Request, ApplicationSummary>
{
    public sealed record Request : SearchPaging
    {
        public Guid? ProgrammeId { get; init; }

        [OneOf(typeof(ApplicationStatus))]
        public string? Status { get; init; }

        [Ags]
        public string? OfficeAgs { get; init; }

        [SortedBy("reference", "title", "officeAgs", "updatedAt", "requested")]
        public override string? Sort { get; init; }

        protected override IReadOnlyList<SortColumn> Sortable => Columns;

        static readonly SortColumn[] Columns =
        [
            SortColumn.Of("reference", "SortedReference", (ApplicationSummary row) => row.Reference ?? ""),
            SortColumn.Of("title", "TitleKey", (ApplicationSummary row) => SearchKey.Of(row.Title ?? "").ToString()),
            SortColumn.Of("officeAgs", "OfficeAgs", (ApplicationSummary row) => row.OfficeAgs),
            SortColumn.UpdatedAt<ApplicationSummary>(),
            SortColumn.Of("requested", "SortedCents", (ApplicationSummary row) => row.Requested ?? new Money(-1)),
        ];
    }

    public override void Configure()
    {
        Get("/applications");
        Policies(Can.ReadApplications);
    }

    protected override async Task<Outcome<ListOf<ApplicationSummary>>> Handle(Session session, Request request)
    {
        var found = await SiteSearch.Applications.Condition(session, request);
        return await request.Of<ApplicationSummary>(session, Select(request, found), new
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
            request.Status,
            request.OfficeAgs,
            user.OwnOffice,
            user.Reviewer,
        });
    }

    string Select(Request request, string? found) => $"""
        select Seq, Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Reference, Title, RequestedCents, SubmittedOn,
            CreatedAt, UpdatedAt
        {ApplicationVisibility.Visible(user)} and {request.After()}
        """
        .When(request.ProgrammeId, "ProgrammeId = @ProgrammeId")
        .When(request.Status, "Status = @Status")
        .When(request.OfficeAgs, "OfficeAgs = @OfficeAgs")
        .When(found, found!)
        + request.InOrder();
}
