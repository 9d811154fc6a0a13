using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Ranks a programme's applications.</summary>
/// <remarks>
/// The eligible and waitlisted ones, by mean score, then tie-break criteria, then the lot: ascending SHA-256 of secret, public value
/// and AGS. Computed now; a selection keeps the ranking it was made from. Whoever is to review an application, and has not submitted
/// yet, does not see its scores. All keep their place and what they ask for, also for a reviewer in conflict: a selection is decided as
/// a whole.
/// </remarks>
sealed class GetRanking(CurrentUser user) : Read<Ranking>
{
    public override void Configure()
    {
        Get("/programmes/{id:guid}/ranking");
        Policies(Can.ReadSelections);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Ranking>> Handle(Session session) =>
        await Programme.Find(session, Id) is { } programme
            ? (await Read(session, programme)).Without(await BlindFor(session, user))
            : Problems.NotFound;

    /// <summary>The ranking of the applications that can be decided on now.</summary>
    public static async Task<Ranking> Read(Session session, Programme programme)
    {
        var rows = await session.All<Row>(Select, new { programme.Id });
        var candidates = rows
            .GroupBy(row => row.Id)
            .Select(reviews => new Candidate(
                reviews.Key, reviews.First().Reference, reviews.First().OfficeAgs, new Money(reviews.First().RequestedCents),
                [.. reviews.Where(row => row.TotalTenths is not null).Select(row => new ReviewScore(row.TotalTenths!.Value / 10m, StoredJson.Read<List<CriterionScore>>(row.Scores!)))],
                reviews.First().WaitlistPlace));
        return Ranking.Of(candidates, programme.Terms, programme.Lot);
    }

    /// <summary>
    /// The applications that the caller is to review and has not yet: whatever its other roles, it does not see what others say on them. They keep their
    /// place and what they ask for, as do those that it is in conflict on, although it may not read the applications themselves: places and money
    /// are given in one order, and whoever stands by a selection, or recomputes it, needs all of it.
    /// </summary>
    public static Task<List<Guid>> BlindFor(Session session, CurrentUser user) => session.All<Guid>(SelectBlind, new { user.Actor });

    const string SelectBlind = "select ApplicationId from Review where Reviewer = @Actor and Status in ('assigned', 'in-progress')";

    const string Select = """
        select a.Id, a.Reference, a.OfficeAgs, a.RequestedCents, r.TotalTenths, r.Scores,
          case when a.Status = 'waitlisted' then a.WaitlistPlace end as WaitlistPlace
        from Application a
        left join Review r on r.ApplicationId = a.Id and r.Status = 'submitted'
        where a.ProgrammeId = @Id and a.Status in ('eligible', 'waitlisted')
        order by a.Seq, r.Seq
        """;

    sealed class Row
    {
        public required Guid Id { get; init; }
        public required string Reference { get; init; }
        public required string OfficeAgs { get; init; }
        public required long RequestedCents { get; init; }
        public required int? TotalTenths { get; init; }
        public required string? Scores { get; init; }
        public required int? WaitlistPlace { get; init; }
    }
}
