namespace Auridis.Grants.Tests.Features.Ledger;

/// <summary>Every command in every state of a month of the ledger.</summary>
public sealed class PeriodStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                  close    confirm   confirm-own refuse
        proposed  .        confirmed four-eyes   refused
        confirmed .        .         four-eyes   .
        refused   proposed .         four-eyes   .
        """);

    DateOnly next = new(2019, 1, 1);

    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2029-01-01T08:00:00Z" })).Succeeded();

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        List<string> differences = [];
        foreach (var (state, command, expected) in Table.Pairs)
        {
            var path = Next();
            var before = await In(state, path);

            var answer = await Do(command, path, before);

            var after = (await app.As("auditor-1").Get(path)).Succeeded();
            var outcome = answer.Code is null ? after["status"] : answer.Code is "wrong-state" ? "." : answer.Code;
            if (outcome != expected)
                differences.Add($"{command} in {state}: {outcome}, not {expected}");
            if (answer.Code is not null && after.Text != before.Text)
                differences.Add($"{command} in {state} was refused and changed something");
            await End(path, after);
        }
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["confirmed"]));
    });

    string Next()
    {
        var path = FormattableString.Invariant($"/ledger/periods/{next:yyyy-MM}");
        next = next.AddMonths(1);
        return path;
    }

    /// <summary>A month that was brought into a state; accounting-1 has proposed to close it.</summary>
    async Task<Answer> In(string state, string path)
    {
        (await Do("close", path, null!)).Succeeded();
        var proposed = (await app.As("auditor-1").Get(path)).Succeeded();
        if (state is "confirmed")
            (await Do("confirm", path, proposed)).Succeeded();
        if (state is "refused")
            (await Do("refuse", path, proposed)).Succeeded();
        return (await app.As("auditor-1").Get(path)).Succeeded();
    }

    /// <summary>Closes the month, so that the next one can be.</summary>
    async Task End(string path, Answer period)
    {
        if (period["status"] is "refused")
            period = (await Do("close", path, period)).Succeeded();
        if (period["status"] is "proposed")
            (await Do("confirm", path, period)).Succeeded();
    }

    Task<Answer> Do(string command, string path, Answer period) => command switch
    {
        "close" => app.As("accounting-1").Post(path + "/close"),
        "confirm" => app.As("finance-1").Post(path + "/confirm", ifMatch: period.ETag),
        "confirm-own" => app.As("accounting-1").Post(path + "/confirm", ifMatch: period.ETag),
        _ => app.As("finance-1").Post(path + "/refuse", new { reason = "A statement is missing." }, period.ETag),
    };
}
