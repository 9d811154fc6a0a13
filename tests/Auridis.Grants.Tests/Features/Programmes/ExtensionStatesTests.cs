namespace Auridis.Grants.Tests.Features.Programmes;

/// <summary>Every command in every state of an extension.</summary>
public sealed class ExtensionStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                  confirm   confirm-own refuse
        proposed  confirmed four-eyes   refused
        confirmed .         four-eyes   .
        refused   .         four-eyes   .
        """);

    int programmes;

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, before => app.As("funder-1").Get("/programme-extensions/" + before["id"])), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["confirmed", "refused"]));
    });

    /// <summary>A new extension of a new programme that was brought into a state; caseworker-1 has proposed it.</summary>
    async Task<Answer> In(string state)
    {
        var programme = await app.OpenProgramme($"EXT-STATE-{++programmes}");
        var extension = (await app.As("caseworker-1").Post(
            programme + "/extensions", new { closesOn = "2018-12-07", reason = "The portal could not be reached." })).Succeeded();
        return state switch
        {
            "proposed" => extension,
            "confirmed" => (await Do("confirm", extension)).Succeeded(),
            _ => (await Do("refuse", extension)).Succeeded(),
        };
    }

    Task<Answer> Do(string command, Answer extension)
    {
        var path = "/programme-extensions/" + extension["id"];
        return command switch
        {
            "confirm" => app.As("caseworker-2").Post(path + "/confirm", ifMatch: extension.ETag),
            "confirm-own" => app.As("caseworker-1").Post(path + "/confirm", ifMatch: extension.ETag),
            _ => app.As("caseworker-2").Post(path + "/refuse", new { reason = "No need." }, extension.ETag),
        };
    }
}
