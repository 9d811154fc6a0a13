namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Reads where a programme stands, in figures.</summary>
/// <remarks>
/// From the drafts to the selected sites: applications by status, Regierungsbezirk and kind of office, reviews and what they lack to the
/// quorum, places, quotas and money. All figures are of one moment.
/// </remarks>
sealed class GetProgrammeFunnel : Read<ProgrammeFunnel>
{
    public override void Configure()
    {
        Get("/programmes/{id:guid}/funnel");
        Policies(Can.ReadFunnel);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ProgrammeFunnel>> Handle(Session session)
    {
        var rows = await session.All<Row>(Select, new { Id });
        return rows.FirstOrDefault(row => row.What == "programme") is { } programme ? FunnelOf(programme, rows) : Problems.NotFound;
    }

    ProgrammeFunnel FunnelOf(Row programme, List<Row> rows)
    {
        var terms = StoredJson.Read<ProgrammeTerms>(programme.Terms!);
        var applications = rows.Where(row => row.What == "applications").ToList();
        var selected = applications.Where(row => row.Status is "selected").ToList();
        return new ProgrammeFunnel(
            Id,
            Stages(applications, row => row.Status!),
            Stages(applications, row => row.GovernmentDistrict!),
            Stages(applications, row => row.OfficeKind!),
            [.. rows.Where(row => row.What == "reviews").Select(row => new FunnelReviews(row.Status!, row.Count))],
            rows.Where(row => row.What == "submitted").Sum(row => row.Count * Math.Max(0, terms.ReviewQuorum - row.Submitted)),
            terms.SiteLimit,
            programme.Count,
            [.. (terms.Quotas ?? []).Select(quota => new FunnelQuota(quota.By, quota.Value, quota.Most, selected
                .Where(row => quota.Value == (quota.By == QuotaBy.Kind ? row.OfficeKind : row.GovernmentDistrict))
                .Sum(row => row.Count)))],
            Sum(applications.Where(row => row.Status is not "withdrawn")),
            Sum(selected),
            terms.Budget,
            new Money(programme.Cents));
    }

    static List<FunnelStage> Stages(IEnumerable<Row> applications, Func<Row, string> value) =>
    [
        .. applications.GroupBy(value, StringComparer.Ordinal)
            .OrderBy(stage => stage.Key, StringComparer.Ordinal)
            .Select(stage => new FunnelStage(stage.Key, stage.Sum(row => row.Count), Sum(stage))),
    ];

    static Money Sum(IEnumerable<Row> rows) => new(rows.Sum(row => row.Cents));

    // One statement, so that all of it is of one moment also where reads are no snapshot.
    const string Select = """
        select 'programme' as What, null as Status, null as GovernmentDistrict, null as OfficeKind, 0 as Submitted, Terms,
            SelectedCount as Count, CommittedCents as Cents
        from Programme where Id = @Id
        union all
        select 'applications', a.Status, o.GovernmentDistrict, o.Kind, 0, null, sum(a.Count), sum(a.Cents)
        from (
            select Status, YouthOfficeId, count(*) as Count,
                sum(case when Number is null or RequestedCents is null then 0 else RequestedCents end) as Cents
            from Application where ProgrammeId = @Id group by Status, YouthOfficeId
        ) a join YouthOffice o on o.Id = a.YouthOfficeId
        group by a.Status, o.GovernmentDistrict, o.Kind
        union all
        select 'reviews', Status, null, null, 0, null, count(*), 0 from Review where ProgrammeId = @Id group by Status
        union all
        select 'submitted', null, null, null, s.Submitted, null, count(*), 0
        from (
            select a.Id, count(r.Id) as Submitted
            from Application a left join Review r on r.ApplicationId = a.Id and r.Status = 'submitted'
            where a.ProgrammeId = @Id and a.Status = 'eligible'
            group by a.Id
        ) s
        group by s.Submitted
        """;

    sealed record Row
    {
        public required string What { get; init; }
        public string? Status { get; init; }
        public string? GovernmentDistrict { get; init; }
        public string? OfficeKind { get; init; }
        public required int Submitted { get; init; }
        public string? Terms { get; init; }
        public required int Count { get; init; }
        public required long Cents { get; init; }
    }
}
