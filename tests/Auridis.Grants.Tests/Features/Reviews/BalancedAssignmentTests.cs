using Auridis.Grants.Api.Features.Reviews;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Reviews;

/// <summary>Who reviews what.</summary>
public sealed class BalancedAssignmentTests
{
    static readonly IReadOnlySet<string> Nobody = new HashSet<string>(StringComparer.Ordinal);

    static readonly Arbitrary<Case> Any = (
        from applications in Gen.Choose(0, 30)
        from reviewers in Gen.Choose(1, 8)
        from missing in Gen.Choose(1, 4)
        from excluded in Gen.Choose(0, 3).ListOf(applications)
        from seed in Gen.Choose(0, int.MaxValue)
        select Case.Of(applications, reviewers, missing, [.. excluded], seed)).ToArbitrary();

    static Dictionary<string, int> Reviewers(int count) =>
        Enumerable.Range(1, count).ToDictionary(i => $"issuer#reviewer-{i}", _ => 0, StringComparer.Ordinal);

    static List<ReviewDemand> Demands(int count, int missing) =>
        [.. Enumerable.Range(1, count).Select(i => new ReviewDemand($"GA-X-{i:0000}", missing, Nobody))];

    static List<int> Loads(IEnumerable<(string Reference, string Reviewer)> pairs, IEnumerable<string> reviewers) =>
        [.. reviewers.Select(reviewer => pairs.Count(pair => pair.Reviewer == reviewer)).Order()];

    /// <summary>The worked example: 92 reviews among six.</summary>
    [Test]
    public void Of_46_applications_with_two_reviews_among_six_reviewers_four_get_15_and_two_get_16()
    {
        var reviewers = Reviewers(6);

        var pairs = BalancedAssignment.Of(Demands(46, 2), reviewers, "round-2018");

        Assert.That(Loads(pairs, reviewers.Keys), Is.EqualTo([15, 15, 15, 15, 16, 16]));
    }

    /// <summary>As the document says it, written down another way, of two applications and two reviewers.</summary>
    [Test]
    public void The_draws_are_those_that_the_document_describes()
    {
        static string Draw(string text) => Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        var first = new[] { "GA-X-0001", "GA-X-0002" }.MinBy(reference => Draw("seed\n" + reference), StringComparer.Ordinal)!;
        var reviewer = new[] { "issuer#reviewer-1", "issuer#reviewer-2" }
            .MinBy(key => Draw($"seed\n{first}\n{key}"), StringComparer.Ordinal)!;

        var pairs = BalancedAssignment.Of(Demands(2, 1), Reviewers(2), "seed");

        Assert.That(pairs[0], Is.EqualTo((first, reviewer)));
        Assert.That(pairs[1].Reviewer, Is.Not.EqualTo(reviewer));
    }

    [Test]
    public void Another_seed_gives_another_assignment() => Assert.That(
        BalancedAssignment.Of(Demands(20, 2), Reviewers(6), "one"),
        Is.Not.EquivalentTo(BalancedAssignment.Of(Demands(20, 2), Reviewers(6), "another")));

    [Test]
    public void Who_has_reviews_already_gets_fewer()
    {
        var reviewers = Reviewers(3);
        reviewers["issuer#reviewer-1"] = 4;

        var pairs = BalancedAssignment.Of(Demands(8, 1), reviewers, "seed");

        Assert.That(Loads(pairs, reviewers.Keys), Is.EqualTo([0, 4, 4]));
    }

    [FsCheck.NUnit.Property]
    public Property Where_nobody_is_excluded_loads_differ_by_at_most_one() => Prop.ForAll(Any, example =>
    {
        var open = example.Demands.ConvertAll(demand => demand with { Excluded = Nobody });
        var loads = Loads(BalancedAssignment.Of(open, example.Reviewers, example.Seed), example.Reviewers.Keys);
        return loads[^1] - loads[0] <= 1;
    });

    [FsCheck.NUnit.Property]
    public Property The_order_of_the_input_never_matters() => Prop.ForAll(Any, example =>
    {
        var shuffled = example.Demands.ToArray();
        new Random(example.Shuffle).Shuffle(shuffled); // seeded by the property: a failure can be run again
        var reversed = example.Reviewers.Reverse().ToDictionary(StringComparer.Ordinal);
        return BalancedAssignment.Of(shuffled, reversed, example.Seed)
            .SequenceEqual(BalancedAssignment.Of(example.Demands, example.Reviewers, example.Seed));
    });

    [FsCheck.NUnit.Property]
    public Property Each_application_gets_what_it_needs_or_all_who_can_and_nobody_twice() => Prop.ForAll(Any, example =>
    {
        var pairs = BalancedAssignment.Of(example.Demands, example.Reviewers, example.Seed);
        return example.Demands.TrueForAll(demand =>
        {
            var got = pairs.FindAll(pair => pair.Reference == demand.Reference).ConvertAll(pair => pair.Reviewer);
            return got.Count == Math.Min(demand.Missing, example.Reviewers.Count - demand.Excluded.Count)
                && got.Distinct(StringComparer.Ordinal).Count() == got.Count && !got.Exists(demand.Excluded.Contains);
        });
    });

    sealed record Case(List<ReviewDemand> Demands, Dictionary<string, int> Reviewers, string Seed, int Shuffle)
    {
        public static Case Of(int applications, int reviewers, int missing, List<int> excluded, int seed)
        {
            var named = BalancedAssignmentTests.Reviewers(reviewers);
            return new Case(
                [
                    .. Enumerable.Range(0, applications).Select(i => new ReviewDemand($"GA-X-{i:0000}", missing,
                        named.Keys.Skip(i % reviewers).Take(excluded[i]).ToHashSet(StringComparer.Ordinal))),
                ],
                named, $"seed-{seed}", seed);
        }
    }
}
