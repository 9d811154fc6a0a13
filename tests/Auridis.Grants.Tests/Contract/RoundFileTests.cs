namespace Auridis.Grants.Tests.Contract;

/// <summary>The round for those who test by hand in an editor is one that can be played.</summary>
public sealed class RoundFileTests(DatabaseKind kind) : ApiTests(kind)
{
    [Test]
    public async Task The_file_of_requests_plays_a_round()
    {
        using var http = app.With(null).Http;

        var played = await new HttpFile(Path.Combine(Repository.Folder, "docs", "round.http")).Play(http, ("api", ""));

        Assert.That(played, Has.Count.GreaterThan(50));
        var run = (await app.As("auditor-1").Get("/export-runs")).Succeeded().Json.GetProperty("items")[0];
        Assert.That(run.GetProperty("status").GetString(), Is.EqualTo("acknowledged"));
        var claim = (await app.As("auditor-1").Get("/repayment-claims")).Succeeded().Json.GetProperty("items")[0];
        Assert.That(claim.GetProperty("status").GetString(), Is.EqualTo("paid"));
    }
}
