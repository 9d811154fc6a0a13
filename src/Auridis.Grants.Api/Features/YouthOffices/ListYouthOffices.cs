namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Lists youth offices.</summary>
/// <remarks>
/// In the order in which they were created, or sorted by sort; a new database begins with the official list. Filters: q, ags, kind,
/// governmentDistrict; all that are given must hold.
/// </remarks>
sealed class ListYouthOffices : Page<ListYouthOffices.Request, YouthOffice>
{
    public sealed record Request : SearchPaging
    {
        /// <summary>The office with this key.</summary>
        [Ags]
        public string? Ags { get; init; }

        /// <summary>Offices of this kind.</summary>
        [OneOf(typeof(YouthOfficeKind))]
        public string? Kind { get; init; }

        /// <summary>Offices of this Regierungsbezirk, such as <c>Münster</c>.</summary>
        public string? GovernmentDistrict { get; init; }

        [SortedBy("ags", "name", "updatedAt")]
        public override string? Sort { get; init; }

        protected override IReadOnlyList<SortColumn> Sortable => Columns;

        static readonly SortColumn[] Columns =
        [
            SortColumn.Of("ags", "Ags", (YouthOffice row) => row.Ags),
            SortColumn.Of("name", "NameKey", (YouthOffice row) => SearchKey.Of(row.Name).ToString()),
            SortColumn.UpdatedAt<YouthOffice>(),
        ];
    }

    public override void Configure()
    {
        Get("/youth-offices");
        Policies(Can.Read);
    }

    protected override async Task<Outcome<ListOf<YouthOffice>>> Handle(Session session, Request request) =>
        await request.Of<YouthOffice>(session, Select(request), new
        {
            request.AfterSeq,
            request.AfterTime,
            request.AfterText,
            request.AfterAmount,
            request.Take,
            request.Prefix,
            request.Anywhere,
            request.Ags,
            request.Kind,
            request.GovernmentDistrict,
        });

    static string Select(Request request) => (YouthOffice.Select + " where " + request.After())
        .When(request.Ags, "Ags = @Ags")
        .When(request.Kind, "Kind = @Kind")
        .When(request.GovernmentDistrict, "GovernmentDistrict = @GovernmentDistrict")
        .When(request.Q, OfficeSearch.Matches)
        + request.InOrder();
}
