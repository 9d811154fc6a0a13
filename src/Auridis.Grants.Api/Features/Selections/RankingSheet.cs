using System.Globalization;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>A ranking as a CSV file: the ranked applications, the best first, then those that cannot be ranked.</summary>
static class RankingSheet
{
    /// <summary>The columns; the document lists them at <see cref="GetRanking"/>.</summary>
    static readonly string[] Header =
    [
        "rank", "reference", "officeAgs", "requested", "currency", "score", "spread", "spreadFlagged", "reviews", "placedBy", "tieBreak",
        "draw", "waitlistPlace",
    ];

    public static byte[] Write(Ranking ranking) =>
        CsvDocument.Write(Header, [.. Ranked(ranking), .. ranking.BelowQuorum.Select(Unranked)]);

    static IEnumerable<string[]> Ranked(Ranking ranking)
    {
        var merits = ranking.Ranked.Select(application => MeritsOf(application, ranking.TieBreaks)).ToList();
        return ranking.Ranked.Select((application, index) =>
        {
            var (placedBy, tieBreak) = Reason(ranking, merits, index);
            return (string[])
            [
                Number(application.Rank), CsvDocument.Text(application.Reference), application.OfficeAgs, application.Requested.ToAmount(),
                "EUR", Points(application.Score, "0.00"), Points(application.Spread, "0.0"), application.SpreadFlagged ? "true" : "false",
                Number(application.Reviews?.Count), placedBy, tieBreak, application.Draw ?? "", Number(application.WaitlistPlace),
            ];
        });
    }

    static string[] Unranked(UnrankedApplication application) =>
    [
        "", CsvDocument.Text(application.Reference), application.OfficeAgs, application.Requested.ToAmount(),
        "EUR", "", "", "false", Number(application.Reviews?.Count), application.Code, "", "", "",
    ];

    /// <summary>
    /// What places an application, and the criterion when one breaks the tie. Empty next to an application whose scores the reader does not
    /// see: that two are equal in score would tell the one from the other.
    /// </summary>
    static (string PlacedBy, string TieBreak) Reason(Ranking ranking, List<Merits?> merits, int index)
    {
        var neighbours = new[] { index - 1, index + 1 }
            .Where(place => place >= 0 && place < merits.Count).Select(place => merits[place]).ToList();
        if (merits[index] is not { } own || neighbours.Contains(null))
            return ("", "");
        var alike = neighbours.Select(neighbour => Merits.Alike(own, neighbour!)).DefaultIfEmpty().Max();
        return alike switch
        {
            0 => (PlacedBy.Score, ""),
            _ when alike <= ranking.TieBreaks.Count => (PlacedBy.TieBreak, ranking.TieBreaks[alike - 1]),
            _ => (ranking.Lot is null ? PlacedBy.Tied : PlacedBy.Lot, ""),
        };
    }

    static Merits? MeritsOf(RankedApplication application, IReadOnlyList<string> tieBreaks) =>
        application.Reviews is { } reviews ? new Merits(reviews, tieBreaks) : null;

    static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    static string Points(decimal? points, string format) => points?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}
