namespace Auridis.Grants.Api.Features.Selections;

/// <summary>An application as the ranking sees it.</summary>
/// <param name="Reviews">Its submitted reviews.</param>
/// <param name="WaitlistPlace">Its place on the programme's waiting list; null when it is not on it.</param>
sealed record Candidate(
    Guid Id, string Reference, string OfficeAgs, Money Requested, IReadOnlyList<ReviewScore> Reviews, int? WaitlistPlace = null)
{
    /// <summary>Whether it has the reviews of another, in the same order.</summary>
    public bool IsReviewedAs(Candidate other) =>
        Reviews.Count == other.Reviews.Count
        && Reviews.Zip(other.Reviews, (one, another) => one.Total == another.Total && one.Scores.SequenceEqual(another.Scores))
            .All(same => same);

    /// <summary>The applications of a programme that can be decided on now: the eligible and the waitlisted ones.</summary>
    public static async Task<List<Candidate>> AllOf(Session session, Guid programmeId) =>
    [
        .. (await session.All<ReviewRow>(Select, new { ProgrammeId = programmeId }))
            .GroupBy(row => row.Id)
            .Select(rows => rows.First().ToCandidate([.. rows.Where(row => row.TotalTenths is not null).Select(row => row.ToScore())])),
    ];

    /// <summary>The submitted reviews of the applications that a selection decides on, without those that were reopened since.</summary>
    public static async Task<Dictionary<Guid, IReadOnlyList<ReviewScore>>> ReviewsOf(Session session, Guid selectionId) =>
        (await session.All<ReviewRow>(SelectDecided, new { SelectionId = selectionId }))
            .GroupBy(row => row.Id)
            .ToDictionary(
                rows => rows.Key,
                rows => (IReadOnlyList<ReviewScore>)[.. rows.Where(row => row.TotalTenths is not null).Select(row => row.ToScore())]);

    const string SelectDecided = """
        select a.Id, a.Reference, a.OfficeAgs, a.RequestedCents, r.TotalTenths, r.Scores, a.WaitlistPlace
        from SelectionDecision d join Application a on a.Id = d.ApplicationId
        left join Review r on r.ApplicationId = a.Id and r.Status = 'submitted'
        where d.SelectionId = @SelectionId and a.Reopening is null
        order by a.Seq, r.Seq
        """;

    const string Select = """
        select a.Id, a.Reference, a.OfficeAgs, a.RequestedCents, r.TotalTenths, r.Scores,
          case when a.Status = 'waitlisted' then a.WaitlistPlace end as WaitlistPlace
        from Application a
        left join Review r on r.ApplicationId = a.Id and r.Status = 'submitted'
        where a.ProgrammeId = @ProgrammeId and a.Status in ('eligible', 'waitlisted')
        order by a.Seq, r.Seq
        """;

    /// <summary>An application with one of its reviews, or with none.</summary>
    sealed record ReviewRow
    {
        public required Guid Id { get; init; }
        public required string Reference { get; init; }
        public required string OfficeAgs { get; init; }
        public required Money Requested { get; init; }
        public required int? TotalTenths { get; init; }
        public required string? Scores { get; init; }
        public required int? WaitlistPlace { get; init; }

        public ReviewScore ToScore() => new(TotalTenths!.Value / 10m, StoredJson.Read<List<CriterionScore>>(Scores!));

        public Candidate ToCandidate(IReadOnlyList<ReviewScore> reviews) =>
            new(Id, Reference, OfficeAgs, Requested, reviews, WaitlistPlace);
    }
}

/// <summary>A submitted review, without its reviewer.</summary>
/// <param name="Total">Its total, 0 to 100 points with at most one decimal, exact: the sum of weight times score, over 10.</param>
/// <param name="Scores">Its score of each criterion.</param>
sealed record ReviewScore(decimal Total, IReadOnlyList<CriterionScore> Scores)
{
    /// <summary>The total as a whole number, for exact calculation. A method, so that it stands in no answer.</summary>
    public int Tenths() => (int)(Total * 10);

    /// <summary>The score of a criterion; 0 when it has none.</summary>
    public int ScoreOf(string criterion) => Scores.FirstOrDefault(score => score.Criterion == criterion)?.Points ?? 0;
}

/// <summary>The score of a criterion, without its comment.</summary>
/// <param name="Criterion">The criterion's code.</param>
/// <param name="Points">0 to 10.</param>
sealed record CriterionScore(string Criterion, int Points);
