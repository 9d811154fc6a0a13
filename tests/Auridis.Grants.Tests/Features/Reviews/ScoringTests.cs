using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Reviews;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Reviews;

public sealed class ScoringTests
{
    static readonly IReadOnlyList<Criterion> Criteria = Sample.Terms.Criteria;

    static List<Score> Scores(params int[] points) =>
        [.. Criteria.Zip(points, (criterion, score) => new Score(criterion.Code, score, "Begründet"))];

    [TestCase(0, 0, 0)]
    [TestCase(10, 10, 1000)]
    [TestCase(7, 9, 780)]
    [TestCase(1, 0, 60)]
    public void The_total_is_weight_times_score(int need, int network, int tenths) =>
        Assert.That(ReviewTotal.Tenths(Scores(need, network), Criteria), Is.EqualTo(tenths));

    [Test]
    public void The_order_of_the_scores_does_not_matter() =>
        Assert.That(ReviewTotal.Tenths([.. Scores(7, 9).AsEnumerable().Reverse()], Criteria), Is.EqualTo(780));

    [Test]
    public void Whatever_the_weights_equal_scores_make_that_score() => Prop.ForAll<PositiveInt, NonNegativeInt>((split, score) =>
    {
        var weight = split.Get % 99 + 1;
        var points = score.Get % (ReviewTotal.HighestScore + 1);
        List<Criterion> criteria = [new("need", "Need", weight, null), new("network", "Network", 100 - weight, null)];

        return ReviewTotal.Tenths(Scores(points, points), criteria) == points * 100;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void What_is_missing_and_what_is_unknown_are_named()
    {
        Assert.Multiple(() =>
        {
            Assert.That((string[])EveryCriterionScored.WhyRefused(Scores(7), Criteria)!.Figures.Single().Value!, Is.EqualTo(["network"]));
            Assert.That(EveryCriterionScored.WhyRefused(Scores(7, 9), Criteria), Is.Null);
            Assert.That(KnownCriteria.WhyRefused([new("colour", 5, "Bunt")], Criteria)!.Figures.Single().Value, Is.EqualTo("colour"));
            Assert.That(KnownCriteria.WhyRefused(Scores(7), Criteria), Is.Null);
        });
    }
}
