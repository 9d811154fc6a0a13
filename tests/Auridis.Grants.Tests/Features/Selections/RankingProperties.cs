using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Selections;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Selections;

public sealed class RankingProperties
{
    static readonly ProgrammeLot Lot = new("secret", "3-11-17-25-40-49", Confirmed: true);

    /// <summary>Few distinct scores and review counts, so that ties are common.</summary>
    static readonly Gen<ReviewScore> Reviews =
        from need in Gen.Choose(5, 7)
        from network in Gen.Choose(5, 7)
        select new ReviewScore((60 * need + 40 * network) / 10m, [new("need", need), new("network", network)]);

    static readonly Arbitrary<(List<Candidate> Candidates, int Seed)> Cases = (
        from reviews in Gen.Choose(0, 5).SelectMany(count => Reviews.ListOf(count)).ListOf(25)
        from seed in Gen.Choose(0, int.MaxValue)
        select (reviews.Select((given, i) => Candidate(i, [.. given])).ToList(), seed)).ToArbitrary();

    static Candidate Candidate(int i, ReviewScore[] reviews) =>
        new(new Guid(i + 1, 0, 0, new byte[8]), $"GA-X-{i:0000}", $"055{i:00000}", new Money(80_000_00), reviews);

    static Ranking Rank(IEnumerable<Candidate> candidates, ProgrammeLot? lot) => Ranking.Of(candidates, 2, 30, ["need"], lot);

    static string Json(Ranking ranking) => StoredJson.Of(ranking);

    [FsCheck.NUnit.Property]
    public Property The_order_of_the_input_never_matters() => Prop.ForAll(Cases, example =>
    {
        var shuffled = example.Candidates.ToArray();
        new Random(example.Seed).Shuffle(shuffled); // seeded by the property: a failure can be run again
        return Json(Rank(shuffled, Lot)) == Json(Rank(example.Candidates, Lot))
            && Json(Rank(shuffled, null)) == Json(Rank(example.Candidates, null));
    });

    [FsCheck.NUnit.Property]
    public Property The_order_is_total_and_follows_the_rule() => Prop.ForAll(Cases, example =>
    {
        var ranked = Rank(example.Candidates, Lot).Ranked;
        return ranked.Select(application => application.Rank).SequenceEqual(Enumerable.Range(1, ranked.Count))
            && ranked.Zip(ranked.Skip(1)).All(pair => ComesFirst(pair.First, pair.Second) && !ComesFirst(pair.Second, pair.First));
    });

    [FsCheck.NUnit.Property]
    public Property With_a_lot_nothing_is_tied_and_without_one_exactly_the_equal_are() => Prop.ForAll(Cases, example =>
    {
        var open = Rank(example.Candidates, null).Ranked;
        return Rank(example.Candidates, Lot).TiedCount == 0
            && open.All(application =>
                application.Tied == open.Any(other => other.Id != application.Id && Merits(other) == Merits(application)));
    });

    [FsCheck.NUnit.Property]
    public Property A_stored_ranking_is_recomputed_to_itself() => Prop.ForAll(Cases, example =>
    {
        var stored = StoredJson.Read<Ranking>(Json(Rank(example.Candidates, Lot)));
        return Json(Ranking.Of(stored.Candidates(), stored.Quorum, stored.SpreadLimit, stored.TieBreaks, stored.Lot)) == Json(stored);
    });

    [FsCheck.NUnit.Property]
    public Property Everybody_is_ranked_or_below_the_quorum() => Prop.ForAll(Cases, example =>
    {
        var ranking = Rank(example.Candidates, Lot);
        return ranking.Candidates().Select(candidate => candidate.Id).Order()
            .SequenceEqual(example.Candidates.Select(candidate => candidate.Id).Order())
            && ranking.Ranked.All(application => application.Reviews!.Count >= 2)
                && ranking.BelowQuorum.All(application => application.Reviews!.Count < 2);
    });

    /// <summary>The rule once more, written down another way: exact fractions over a common denominator (0 to 5 reviews: 60).</summary>
    static (long Score, long Need) Merits(RankedApplication application) => (
        application.Reviews!.Sum(review => review.Tenths()) * 60L / application.Reviews!.Count,
        application.Reviews.Sum(review => review.ScoreOf("need")) * 60L / application.Reviews.Count);

    static bool ComesFirst(RankedApplication one, RankedApplication other) =>
        Merits(one).CompareTo(Merits(other)) is not 0 and var order ? order > 0 : string.CompareOrdinal(one.Draw, other.Draw) < 0;
}
