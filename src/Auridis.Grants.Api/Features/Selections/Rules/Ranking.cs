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
    /// <summary>How many applications only the lot could order, while the lot is not drawn.</summary>
    public int TiedCount => Ranked.Count(application => application.Tied);

    /// <summary>What the ranking was made from. A method, so that it stands in no answer and no stored document a second time.</summary>
    public IEnumerable<Candidate> Candidates() =>
    [
        .. Ranked.Select(application => new Candidate(
            application.Id, application.Reference, application.OfficeAgs, application.Requested, application.Reviews!,
            application.WaitlistPlace)),
        .. BelowQuorum.Select(application => new Candidate(
            application.Id, application.Reference, application.OfficeAgs, application.Requested, application.Reviews!)),
    ];

    /// <summary>Ranks the candidates. Their order does not matter.</summary>
    public static Ranking Of(IEnumerable<Candidate> candidates, ProgrammeTerms terms, ProgrammeLot? lot) => Of(
        candidates, terms.ReviewQuorum, terms.ReviewSpreadLimit, Merits.TieBreaksOf(terms), lot is { Confirmed: true } ? lot : null);

    public static Ranking Of(
        IEnumerable<Candidate> candidates, int quorum, int spreadLimit, IReadOnlyList<string> tieBreaks, ProgrammeLot? lot)
    {
        var reviewed = candidates.ToLookup(candidate => ReviewQuorum.IsMet(candidate, quorum));
        var standings = reviewed[true]
            .Select(candidate => new Standing(candidate, new Merits(candidate.Reviews, tieBreaks), LotOrder.Draw(lot, candidate)))
            .ToList();
        standings.Sort(Compare);
        return new Ranking(
            quorum, spreadLimit, tieBreaks, lot,
            [.. standings.Select((standing, index) => Place(standing, index + 1, spreadLimit, LotOrder.IsTied(standings, index)))],
            [
                .. reviewed[false]
                    .OrderBy(candidate => candidate.Reference, StringComparer.Ordinal)
                    .ThenBy(candidate => candidate.OfficeAgs, StringComparer.Ordinal)
                    .Select(candidate => new UnrankedApplication(
                        candidate.Id, candidate.Reference, candidate.OfficeAgs, candidate.Requested, candidate.Reviews,
                        SelectionProblems.QuorumNotMet.Code)),
            ]);
    }

    /// <summary>Below zero when the first one comes first.</summary>
    static int Compare(Standing one, Standing other) => Merits.Compare(one.Merits, other.Merits) is not 0 and var order
        ? order
        : LotOrder.Compare(one, other);

    static RankedApplication Place(Standing standing, int rank, int spreadLimit, bool tied)
    {
        var candidate = standing.Candidate;
        var spread = ReviewSpread.TenthsOf(candidate.Reviews);
        return new RankedApplication
        {
            Rank = rank,
            Id = candidate.Id,
            Reference = candidate.Reference,
            OfficeAgs = candidate.OfficeAgs,
            Requested = candidate.Requested,
            Score = Merits.RoundedMean(candidate.Reviews),
            Spread = spread / 10m,
            SpreadFlagged = ReviewSpread.IsFlagged(spread, spreadLimit),
            Draw = standing.Draw,
            Tied = tied,
            Reviews = candidate.Reviews,
            WaitlistPlace = candidate.WaitlistPlace,
        };
    }
}

/// <summary>What an application is ranked by.</summary>
/// <param name="Draw">What its office drew in the lot; null when the lot is not drawn.</param>
sealed record Standing(Candidate Candidate, Merits Merits, string? Draw);
