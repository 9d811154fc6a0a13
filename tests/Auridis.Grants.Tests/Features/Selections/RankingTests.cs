using System.Globalization;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Selections;
using LotRule = Auridis.Grants.Api.Features.Programmes.Lot;

namespace Auridis.Grants.Tests.Features.Selections;

public sealed class RankingTests
{
    static readonly ProgrammeLot Lot = new("secret", "3-11-17-25-40-49", Confirmed: true);

    static ReviewScore Review(int need, int network) => new((60 * need + 40 * network) / 10m, [new("need", need), new("network", network)]);

    static Candidate Of(string ags, params ReviewScore[] reviews) => new(
        new Guid(int.Parse(ags[3..], CultureInfo.InvariantCulture), 0, 0, new byte[8]), "GA-X-" + ags, ags, new Money(80_000_00), reviews);

    static Ranking Rank(ProgrammeLot? lot, params Candidate[] candidates) => Ranking.Of(candidates, Sample.Terms, lot);

    [Test]
    public void The_higher_mean_comes_first()
    {
        // Three reviews of 70.0, 70.0 and 70.4 points are a mean of 70.133…, two of 70.0 and 70.2 one of 70.1: closer than rounding to a
        // place tells.
        var three = new Candidate(Guid.Empty, "three", "05500001", new Money(1), [new(70.0m, []), new(70.0m, []), new(70.4m, [])]);
        var two = new Candidate(Guid.AllBitsSet, "two", "05500002", new Money(1), [new(70.0m, []), new(70.2m, [])]);

        Assert.That(Rank(Lot, two, three).Ranked.Select(application => application.Reference), Is.EqualTo(["three", "two"]));
    }

    [Test]
    public void Equal_means_are_told_apart_by_the_tie_break_criterion()
    {
        // 60 × 6 + 40 × 9 = 60 × 8 + 40 × 6 = 720 tenths of points.
        var ranked = Rank(Lot, Of("05500001", Review(6, 9), Review(6, 9)), Of("05500002", Review(8, 6), Review(8, 6))).Ranked;

        Assert.That(ranked.Select(application => (application.OfficeAgs, application.Score)),
            Is.EqualTo([("05500002", 72m), ("05500001", 72m)]));
    }

    [Test]
    public void The_lot_orders_what_nothing_else_can()
    {
        Candidate[] equal = [.. Enumerable.Range(1, 5).Select(i => Of($"0550000{i}", Review(7, 7), Review(7, 7)))];

        var ranked = Rank(Lot, equal).Ranked;
        Assert.Multiple(() =>
        {
            Assert.That(ranked.Select(application => application.Draw), Is.Ordered.Using<string>(string.CompareOrdinal));
            Assert.That(ranked[0].Draw, Is.EqualTo(LotRule.Draw("secret", "3-11-17-25-40-49", ranked[0].OfficeAgs)));
            Assert.That(ranked.Any(application => application.Tied), Is.False);
        });
    }

    [Test]
    public void A_draw_is_the_hash_of_secret_value_and_key()
    {
        // printf 'secret3-11-17-25-40-4905512000' | sha256sum
        Assert.That(LotRule.Draw("secret", "3-11-17-25-40-49", "05512000"),
            Is.EqualTo("7cca5fb2400d7be311d5742175007108f38df74f2e39444966f7af9ffe471f3c"));
    }

    [Test]
    public void A_lot_that_nobody_has_confirmed_is_not_drawn()
    {
        var ranking = Rank(Lot with { Confirmed = false }, Of("05500001", Review(7, 7), Review(7, 7)),
            Of("05500002", Review(7, 7), Review(7, 7)), Of("05500003", Review(8, 8), Review(8, 8)));

        Assert.That((ranking.TiedCount, ranking.Lot), Is.EqualTo((2, (ProgrammeLot?)null)));
        Assert.That(ranking.Ranked.Select(application => application.Tied), Is.EqualTo([false, true, true]));
    }

    [Test]
    public void Too_few_reviews_are_listed_apart()
    {
        var ranking = Rank(Lot, Of("05500001", Review(10, 10)), Of("05500002", Review(1, 1), Review(1, 1)));

        Assert.That((ranking.Ranked.Single().OfficeAgs, ranking.BelowQuorum.Single().OfficeAgs, ranking.BelowQuorum.Single().Code),
            Is.EqualTo(("05500002", "05500001", "quorum-not-met")));
    }

    [TestCase(10, 7, false, Description = "30.0 points apart: the limit itself")]
    [TestCase(10, 6, true, Description = "40.0 points apart")]
    public void A_wide_spread_is_flagged(int high, int low, bool flagged)
    {
        var application = Rank(Lot, Of("05500001", Review(high, high), Review(low, low))).Ranked.Single();

        Assert.That((application.Spread, application.SpreadFlagged), Is.EqualTo(((high - low) * 10m, flagged)));
    }
}
