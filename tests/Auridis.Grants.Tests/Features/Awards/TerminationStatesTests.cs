namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>Every command in every state of a termination.</summary>
public sealed class TerminationStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                  confirm   confirm-own refuse
        proposed  confirmed four-eyes   refused
        confirmed .         four-eyes   .
        refused   .         four-eyes   .
        """);

    [OneTimeSetUp]
    public Task A_day_after_the_payments() => app.ItIs("2021-03-01");

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, before => app.As("auditor-1").Get("/terminations/" + before["id"])), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["confirmed", "refused"]));
    });

    /// <summary>A new termination that was brought into a state; a person who is a decider as well has proposed it.</summary>
    async Task<Answer> In(string state)
    {
        var award = await SeededAward.Insert(app.Db);
        var termination = (await Proposer.Post($"/awards/{award.Id}/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = "2021-03-01",
            knownSince = "2021-03-01",
            keeps = new { amount = "0.00", currency = "EUR" },
            reason = "Für anderes verwendet.",
        })).Succeeded();
        return state switch
        {
            "proposed" => termination,
            "confirmed" => (await Do("confirm", termination)).Succeeded(),
            _ => (await Do("refuse", termination)).Succeeded(),
        };
    }

    Task<Answer> Do(string command, Answer termination)
    {
        var path = "/terminations/" + termination["id"];
        return command switch
        {
            "confirm" => app.As("decider-1").Post(path + "/confirm", ifMatch: termination.ETag, key: Payments.Key),
            "confirm-own" => Proposer.Post(path + "/confirm", ifMatch: termination.ETag, key: Payments.Key),
            _ => app.As("decider-1").Post(path + "/refuse", new { reason = "No need." }, termination.ETag),
        };
    }

    GrantsClient Proposer => app.Person("many", [Role.Caseworker, Role.Decider]);
}
