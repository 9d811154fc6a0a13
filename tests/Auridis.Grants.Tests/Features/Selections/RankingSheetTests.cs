using System.Net;
using System.Text;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Selections;

namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>The ranking as a table, with the reason of each place.</summary>
public sealed class RankingSheetTests(DatabaseKind kind) : SelectionFixture(kind)
{
    static readonly ProgrammeLot Drawn = new("gelingendes-aufwachsen", "3-11-19-27-40-44", Confirmed: true);

    // Equal mean totals, and equal means of each criterion; then one that is alike in score only; then one that is behind.
    static readonly Candidate[] Candidates =
    [
        Candidate(1, "05512000", (8, 7), (7, 8)),
        Candidate(2, "05515000", (7, 7), (8, 8)),
        Candidate(3, "05513000", (7, 8), (7, 8), (7, 8)),
        Candidate(4, "05911000", (3, 3), (3, 3)),
        Candidate(5, "05913000", (9, 9)),
    ];

    [Test]
    public void Each_place_has_its_reason()
    {
        string[] expected =
        [
            "1 05515000 75.00 lot ",
            "2 05512000 75.00 lot ",
            "3 05513000 75.00 tie-break need",
            "4 05911000 30.00 score ",
            " 05913000  quorum-not-met ",
        ];

        Assert.That(Cells(Rank(Drawn), "rank", "officeAgs", "score", "placedBy", "tieBreak"), Is.EqualTo(expected));
    }

    [Test]
    public void Without_a_lot_they_are_tied() =>
        Assert.That(Cells(Rank(null), "placedBy"), Is.EqualTo(["tied", "tied", "tie-break", "score", "quorum-not-met"]));

    [Test]
    public void Whoever_comes_alone_is_placed_by_the_score() =>
        Assert.That(Cells(Ranking.Of([Candidates[0]], 2, 30, ["need"], Drawn), "placedBy"), Is.EqualTo(["score"]));

    /// <summary>That the neighbour is as good would tell its score.</summary>
    [Test]
    public void What_the_reader_does_not_see_gives_no_reason_away()
    {
        var whole = Rank(Drawn);
        var blind = whole with
        {
            Ranked =
            [
                whole.Ranked[0] with { Score = null, Spread = null, SpreadFlagged = false, Reviews = null }, .. whole.Ranked.Skip(1),
            ],
        };

        Assert.That(Cells(blind, "rank", "score", "reviews", "placedBy", "tieBreak").Take(3),
            Is.EqualTo(["1    ", "2 75.00 2  ", "3 75.00 3 tie-break need"]));
    }

    [Test]
    public void No_reference_is_a_formula() => Assert.That(
        Cells(Ranking.Of([Candidates[0] with { Reference = "=1+1" }], 2, 30, ["need"], Drawn), "reference"), Is.EqualTo(["'=1+1"]));

    [TestCase("text/csv", "text/csv")]
    [TestCase("text/csv;q=0.9, application/json;q=0.5", "text/csv")]
    [TestCase("application/json, text/csv", "application/json")]
    [TestCase("application/*", "application/json")]
    [TestCase("*/*", "application/json")]
    [TestCase(null, "application/json")]
    public async Task Who_asks_for_a_table_gets_one(string? accept, string mediaType)
    {
        var round = await Round.Play(app, $"SHEET-{TestContext.CurrentContext.Test.ID.Split('-')[^1]}", 0);

        using var answer = await Ask(round.Programme + "/ranking", accept);

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, mediaType)));
        Assert.That(answer.Headers.Vary, Is.SupersetOf(["Authorization", "Accept"]));
    }

    [Test]
    public async Task A_table_is_a_file_and_no_other_type_is_served()
    {
        var round = await Round.Play(app, "SHEET", 2, scores: Descending);
        var draft = await round.Draft();
        const string table = """
            rank,reference,officeAgs,requested,currency,score,spread,spreadFlagged,reviews,placedBy,tieBreak,draw,waitlistPlace
            1,GA-SHEET-0001,{0},80000.00,EUR,80.00,0.0,false,2,score,,{2},
            2,GA-SHEET-0002,{1},80000.00,EUR,74.00,0.0,false,2,score,,{3},

            """;
        string[] offices = [.. round.Applications.Select(application => application.Office)];
        string[] draws = [.. offices.Select(office => Lot.Draw(Round.LotSecret, Round.LotValue, office))];
        var expected = string.Format(null, table.ReplaceLineEndings("\r\n"), [.. offices, .. draws]);

        foreach (var (path, name) in new[]
        {
            (round.Programme + "/ranking", "ranking-SHEET.csv"), (draft.Location + "/ranking", $"ranking-{draft["reference"]}.csv"),
        })
        {
            using var answer = await Ask(path, "text/csv");
            Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(expected), path);
            Assert.That(answer.Content.Headers.ContentDisposition?.FileName, Is.EqualTo(name));
            Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/csv; charset=utf-8; header=present"));
            using var refused = await Ask(path, "text/html");
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));
            using var none = await Ask(path.Replace(path.Split('/')[2], $"{Guid.Empty}", StringComparison.Ordinal), "text/csv");
            Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    static Ranking Rank(ProgrammeLot? lot) => Ranking.Of(Candidates, quorum: 2, spreadLimit: 30, ["need"], lot);

    static Candidate Candidate(int number, string ags, params (int Need, int Network)[] reviews) => new(
        new Guid(number, 0, 0, new byte[8]), $"GA-X-{number:0000}", ags, new Money(80_000_00),
        [.. reviews.Select(review => new ReviewScore(
            (review.Need + review.Network) * 5, [new("need", review.Need), new("network", review.Network)]))]);

    /// <summary>Cells of each row, in the columns of these names.</summary>
    static List<string> Cells(Ranking ranking, params string[] columns)
    {
        var rows = Encoding.UTF8.GetString(RankingSheet.Write(ranking)).Split("\r\n")[..^1].Select(row => row.Split(',')).ToList();
        return [.. rows.Skip(1).Select(row => string.Join(' ', columns.Select(column => row[Array.IndexOf(rows[0], column)])))];
    }

    async Task<HttpResponseMessage> Ask(string path, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await app.As("auditor-1").Http.SendAsync(request);
    }
}
