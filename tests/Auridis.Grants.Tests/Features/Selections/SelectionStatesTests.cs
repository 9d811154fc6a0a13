namespace Auridis.Grants.Tests.Features.Selections;

/// <summary>Every command in every state of a selection.</summary>
public sealed class SelectionStatesTests(DatabaseKind kind) : SelectionFixture(kind)
{
    static readonly StateTable Table = new("""
                  edit      propose  send-back confirm   publish
        draft     draft     proposed .         .         .
        proposed  .         .        sent-back confirmed .
        sent-back sent-back proposed .         .         .
        confirmed .         .        sent-back .         published
        published .         .        .         .         .
        """);

    static int keys;

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        var round = await Round.Play(app, "SELECTION-STATES", 7);
        List<string> differences = [];
        // Each one that is published has an application of its own.
        var next = 0;
        foreach (var (state, command, expected) in Table.Pairs)
        {
            var takes = state == "published" || expected == "published";
            var before = await In(state, round, round.Applications[takes ? next++ : ^1]);

            var answer = await Do(command, before, round.Applications[^1]);

            var after = (await app.As("auditor-1").Get("/selections/" + before["id"])).Succeeded();
            var outcome = answer.Code is null ? after["status"] : answer.Code is "wrong-state" ? "." : answer.Code;
            if (outcome != expected)
                differences.Add($"{command} in {state}: {outcome}, not {expected}");
            if (answer.Code is not null && after.Text != before.Text)
                differences.Add($"{command} in {state} was refused and changed something");
        }
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["published"]));
    });

    /// <summary>A new selection of one application that was brought into a state, as an auditor sees it.</summary>
    async Task<Answer> In(string state, Round round, RoundApplication application)
    {
        var selection = await round.Draft(application);
        string[] steps = state switch
        {
            "draft" => [],
            "proposed" => ["propose"],
            "sent-back" => ["propose", "send-back"],
            "confirmed" => ["propose", "confirm"],
            _ => ["propose", "confirm", "publish"],
        };
        foreach (var step in steps)
            selection = (await Do(step, selection, application)).Succeeded();
        return (await app.As("auditor-1").Get("/selections/" + selection["id"])).Succeeded();
    }

    Task<Answer> Do(string command, Answer selection, RoundApplication application)
    {
        var path = "/selections/" + selection["id"];
        var (first, second) = (app.As("decider-1"), app.As("decider-2"));
        return command switch
        {
            "edit" => first.Post(path + "/decisions", Choices(Round.Select(application)), selection.ETag),
            "propose" => first.Post(path + "/propose", ifMatch: selection.ETag),
            "send-back" => second.Post(path + "/send-back", new { reason = "Neue Lage" }, selection.ETag),
            "confirm" => second.Post(path + "/confirm", ifMatch: selection.ETag),
            _ => first.Post(path + "/publish", ifMatch: selection.ETag,
                key: string.Create(System.Globalization.CultureInfo.InvariantCulture, $"selection-states-{++keys}")),
        };
    }
}
