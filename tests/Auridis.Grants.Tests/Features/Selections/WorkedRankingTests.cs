using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Selections;

namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>The worked example of the ranking: two applications that only the lot can order, and one behind them by a fraction.</summary>
public sealed class WorkedRankingTests
{
    static readonly ProgrammeLot Lot = new("gelingendes-aufwachsen", "3-11-19-27-40-44", Confirmed: true);

    static readonly (string Code, int Weight)[] Criteria = [("need", 30), ("network", 25), ("goals", 25), ("reach", 20)];

    static ReviewScore Review(params int[] points) => new(
        Criteria.Zip(points, (criterion, score) => criterion.Weight * score).Sum() / 10m,
        [.. Criteria.Zip(points, (criterion, score) => new CriterionScore(criterion.Code, score))]);

    static Candidate Candidate(int number, string ags, params ReviewScore[] reviews) =>
        new(new Guid(number, 0, 0, new byte[8]), $"GA-X-{number:0000}", ags, new Money(80_000_00), reviews);

    [Test]
    public void C_comes_before_A_by_the_lot_and_B_is_last_by_a_fraction()
    {
        var ranking = Ranking.Of(
            [
                Candidate(1, "05512000", Review(8, 7, 7, 7), Review(7, 8, 7, 7)),
                Candidate(2, "05513000", Review(8, 7, 7, 7), Review(7, 8, 7, 7), Review(7, 8, 7, 7)),
                Candidate(3, "05515000", Review(7, 7, 8, 7), Review(8, 8, 6, 7)),
            ], quorum: 2, spreadLimit: 30, ["need", "network", "goals"], Lot);

        Assert.That(ranking.Ranked.Select(application => (application.OfficeAgs, application.Score)),
            Is.EqualTo([("05515000", (decimal?)72.75m), ("05512000", 72.75m), ("05513000", 72.67m)]));
        Assert.That((ranking.Ranked[0].Draw![..8], ranking.Ranked[1].Draw![..8]), Is.EqualTo(("4c59e12d", "5466e096")));
        Assert.That(ranking.Ranked[0].Reviews!.Select(review => review.Total), Is.EqualTo([72.5m, 73.0m]));
    }
}
