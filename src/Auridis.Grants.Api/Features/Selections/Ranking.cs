using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// The ranking of a programme's applications. Mean score of the submitted reviews, descending; then the mean of each tie-break
/// criterion in its order, descending; then the lot, ascending. Means are compared as fractions, so no rounding ever decides.
/// It holds all that it was made from: ranking its candidates again yields the same.
/// </summary>
/// <param name="Quorum">How many reviews an application needs to be ranked.</param>
/// <param name="SpreadLimit">A spread above this many points is flagged.</param>
/// <param name="TieBreaks">The codes of the criteria that break ties, in their order.</param>
/// <param name="Lot">The lot that was used; null when it is not drawn.</param>
/// <param name="Ranked">The best first.</param>
/// <param name="BelowQuorum">Applications that cannot be ranked, by their references.</param>
sealed record Ranking(
    int Quorum,
    int SpreadLimit,
    IReadOnlyList<string> TieBreaks,
    ProgrammeLot? Lot,
    IReadOnlyList<RankedApplication> Ranked,
    IReadOnlyList<UnrankedApplication> BelowQuorum)
{
    /// <summary>How many applications only the lot could order, and the lot is not drawn.</summary>
    public int Tied => Ranked.Count(application => application.Tied);

    /// <summary>What the ranking was made from. A method, so that it stands in no answer and no stored document a second time.</summary>
    public IEnumerable<Candidate> Candidates() =>
        Ranked.Select(application => new Candidate(application.Id, application.Reference, application.OfficeAgs, application.Requested, application.Reviews!, application.WaitlistPlace))
            .Concat(BelowQuorum.Select(application => new Candidate(application.Id, application.Reference, application.OfficeAgs, application.Requested, application.Reviews!)));

    /// <summary>In the order in which they get a place: first the waiting list, which was published, then the others as they are ranked.</summary>
    public List<RankedApplication> InTurn() => [.. Ranked.OrderBy(application => application.WaitlistPlace ?? int.MaxValue).ThenBy(application => application.Rank)];

    /// <summary>The ranking without what reviewers have said on these applications.</summary>
    public Ranking Without(IReadOnlyCollection<Guid> blind) => blind.Count == 0 ? this : this with
    {
        Ranked = [.. Ranked.Select(application => blind.Contains(application.Id)
            ? application with { Score = null, Spread = null, SpreadFlagged = false, Reviews = null }
            : application)],
        BelowQuorum = [.. BelowQuorum.Select(application => blind.Contains(application.Id) ? application with { Reviews = null } : application)],
    };

    /// <summary>Ranks the candidates. Their order does not matter.</summary>
    public static Ranking Of(IEnumerable<Candidate> candidates, ProgrammeTerms terms, ProgrammeLot? lot)
    {
        string[] tieBreaks = [.. terms.Criteria.Where(criterion => criterion.TieBreak is not null).OrderBy(criterion => criterion.TieBreak).Select(criterion => criterion.Code)];
        return Of(candidates, terms.ReviewQuorum, terms.ReviewSpreadLimit, tieBreaks, lot is { Confirmed: true } ? lot : null);
    }

    public static Ranking Of(IEnumerable<Candidate> candidates, int quorum, int spreadLimit, IReadOnlyList<string> tieBreaks, ProgrammeLot? lot)
    {
        var all = candidates.ToList();
        var keys = all.Where(candidate => candidate.Reviews.Count >= quorum).Select(candidate => new Key(candidate, tieBreaks, lot)).ToList();
        keys.Sort((one, other) => one.Compare(other));
        return new Ranking(quorum, spreadLimit, tieBreaks, lot,
            [.. keys.Select((key, index) => key.ToRanked(index + 1, spreadLimit, IsTied(keys, index)))],
            [.. all.Where(candidate => candidate.Reviews.Count < quorum)
                .OrderBy(candidate => candidate.Reference, StringComparer.Ordinal).ThenBy(candidate => candidate.OfficeAgs, StringComparer.Ordinal)
                .Select(candidate => new UnrankedApplication(
                    candidate.Id, candidate.Reference, candidate.OfficeAgs, candidate.Requested, candidate.Reviews, SelectionProblems.QuorumNotMet.Code))]);
    }

    static bool IsTied(List<Key> keys, int index) =>
        keys[index].Draw is null
        && ((index > 0 && keys[index].CompareMerits(keys[index - 1]) == 0) || (index < keys.Count - 1 && keys[index].CompareMerits(keys[index + 1]) == 0));

    /// <summary>What an application is compared by.</summary>
    sealed class Key(Candidate candidate, IReadOnlyList<string> tieBreaks, ProgrammeLot? lot)
    {
        /// <summary>Sums of the total and of each tie-break criterion; divided by the number of reviews they are the means.</summary>
        readonly long[] sums =
        [
            candidate.Reviews.Sum(review => (long)review.Tenths()),
            .. tieBreaks.Select(code => candidate.Reviews.Sum(review => (long)review.ScoreOf(code))),
        ];

        public string? Draw { get; } = lot is null ? null : Programmes.Lot.Draw(lot.Secret, lot.PublicValue, candidate.OfficeAgs);

        /// <summary>By score and tie-breaks, the better one first; 0 when only the lot can tell.</summary>
        public int CompareMerits(Key other)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                // a/m against b/n as a·n against b·m.
                var order = (other.sums[i] * Count).CompareTo(sums[i] * other.Count);
                if (order != 0)
                    return order;
            }
            return 0;
        }

        /// <summary>The whole order: below zero when this one comes first.</summary>
        public int Compare(Key other)
        {
            var order = CompareMerits(other);
            if (order == 0)
                order = string.CompareOrdinal(Draw, other.Draw);
            // Without a lot there is no order yet, and the list still needs one. An office applies once.
            return order != 0 ? order : string.CompareOrdinal(Ags, other.Ags);
        }

        int Count => candidate.Reviews.Count;

        string Ags => candidate.OfficeAgs;

        public RankedApplication ToRanked(int rank, int spreadLimit, bool tied)
        {
            var totals = candidate.Reviews.Select(review => review.Tenths()).ToList();
            var spread = totals.Count == 0 ? 0 : totals.Max() - totals.Min();
            return new RankedApplication(
                rank, candidate.Id, candidate.Reference, candidate.OfficeAgs, candidate.Requested,
                totals.Count == 0 ? 0 : decimal.Round(totals.Sum() / 10m / totals.Count, 2, MidpointRounding.AwayFromZero),
                spread / 10m, spread > spreadLimit * 10, Draw, tied, candidate.Reviews, candidate.WaitlistPlace);
        }
    }
}

/// <summary>An application as the ranking sees it.</summary>
/// <param name="Reviews">Its submitted reviews.</param>
/// <param name="WaitlistPlace">Its place on the programme's waiting list; null when it is not on it.</param>
sealed record Candidate(Guid Id, string Reference, string OfficeAgs, Money Requested, IReadOnlyList<ReviewScore> Reviews, int? WaitlistPlace = null)
{
    /// <summary>Whether it has the reviews of another, in the same order.</summary>
    public bool IsReviewedAs(Candidate other) =>
        Reviews.Count == other.Reviews.Count
        && Reviews.Zip(other.Reviews).All(pair => pair.First.Total == pair.Second.Total && pair.First.Scores.SequenceEqual(pair.Second.Scores));
}

/// <summary>A submitted review, without its reviewer.</summary>
/// <param name="Total">Its total, 0 to 100 points with at most one decimal, exact: the sum of weight times score, over 10.</param>
/// <param name="Scores">Its score of each criterion.</param>
sealed record ReviewScore(decimal Total, IReadOnlyList<CriterionScore> Scores)
{
    /// <summary>The total as the whole number that is reckoned with. A method, so that it stands in no answer.</summary>
    public int Tenths() => (int)(Total * 10);

    /// <summary>The score of a criterion; 0 when it has none.</summary>
    public int ScoreOf(string criterion) => Scores.FirstOrDefault(score => score.Criterion == criterion)?.Points ?? 0;
}

/// <summary>The score of a criterion, without its comment.</summary>
/// <param name="Criterion">The criterion's code.</param>
/// <param name="Points">0 to 10.</param>
sealed record CriterionScore(string Criterion, int Points);

/// <summary>An application with its place in the ranking.</summary>
/// <param name="Rank">1 is the best.</param>
/// <param name="Id">The application.</param>
/// <param name="Reference">Its number.</param>
/// <param name="OfficeAgs">The office that applies.</param>
/// <param name="Requested">What it asks for.</param>
/// <param name="Score">The mean total, 0 to 100 points, rounded to two decimals for reading; the order is made from the exact fractions. Null for a reader who is to review it and has not submitted yet.</param>
/// <param name="Spread">The highest total less the lowest, in points with at most one decimal; null for the same reader.</param>
/// <param name="SpreadFlagged">The spread is above the programme's limit: to be discussed. False for the same reader.</param>
/// <param name="Draw">What its office drew in the lot, 64 hexadecimal digits; null when the lot is not drawn.</param>
/// <param name="Tied">Only the lot could tell it from a neighbour, and the lot is not drawn.</param>
/// <param name="Reviews">What the score was made from; null for the same reader.</param>
/// <param name="WaitlistPlace">Its place on the programme's waiting list, from 1; null when it is not on it. Places are given to the waiting list first.</param>
sealed record RankedApplication(
    int Rank,
    Guid Id,
    string Reference,
    string OfficeAgs,
    Money Requested,
    decimal? Score,
    decimal? Spread,
    bool SpreadFlagged,
    string? Draw,
    bool Tied,
    IReadOnlyList<ReviewScore>? Reviews,
    int? WaitlistPlace);

/// <summary>An application that cannot be ranked yet.</summary>
/// <param name="Id">The application.</param>
/// <param name="Reference">Its number.</param>
/// <param name="OfficeAgs">The office that applies.</param>
/// <param name="Requested">What it asks for.</param>
/// <param name="Reviews">The reviews that it has; null for a reader who is to review it and has not submitted yet.</param>
/// <param name="Code">Why not: <c>quorum-not-met</c>.</param>
sealed record UnrankedApplication(Guid Id, string Reference, string OfficeAgs, Money Requested, IReadOnlyList<ReviewScore>? Reviews, string Code);
