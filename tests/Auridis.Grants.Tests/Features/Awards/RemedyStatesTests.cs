namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>Every command in every state of a remedy.</summary>
public sealed class RemedyStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
               close  strike
        open   closed struck
        closed .      struck
        struck .      .
        """);

    SeededAward award = null!;

    [OneTimeSetUp]
    public async Task Award()
    {
        await app.ItIs("2021-03-01");
        award = await SeededAward.Insert(app.Db);
    }

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, before => app.As("auditor-1").Get("/remedies/" + before["id"])), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["struck"]));
    });

    /// <summary>A new remedy that was brought into a state.</summary>
    async Task<Answer> In(string state)
    {
        var remedy = (await app.As("caseworker-1").Post($"/awards/{award.Id}/remedies",
            new { kind = "objection", filedOn = "2021-02-01", reference = "W 1" })).Succeeded();
        return state switch
        {
            "open" => remedy,
            "closed" => (await Do("close", remedy)).Succeeded(),
            _ => (await Do("strike", remedy)).Succeeded(),
        };
    }

    Task<Answer> Do(string command, Answer remedy) => command switch
    {
        "close" => app.As("caseworker-1").Post(
            $"/remedies/{remedy["id"]}/close", new { outcome = "upheld", on = "2021-03-01" }, remedy.ETag),
        _ => app.As("caseworker-2").Post($"/remedies/{remedy["id"]}/strike", new { reason = "Falsche Akte" }, remedy.ETag),
    };
}
