namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Every command in every state of the reopening of a report.</summary>
public sealed class ReportReopeningStatesTests(DatabaseKind kind) : ReportFixture(kind)
{
    static readonly StateTable Table = new("""
                  confirm   confirm-own refuse
        proposed  confirmed four-eyes   refused
        confirmed .         four-eyes   .
        refused   .         four-eyes   .
        """);

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, before => app.As("auditor-1").Get("/report-reopenings/" + before["id"])), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["confirmed", "refused"]));
    });

    async Task<Answer> In(string state)
    {
        var award = await Paid();
        await Add(award, Receipt("R-1", 10));
        (await Accept(award, "finance-2", (await Found(award, 10)).ETag)).Succeeded();
        var proposed = (await app.ProposeReopening(award, await app.Upheld(award))).Succeeded();
        return state switch
        {
            "proposed" => proposed,
            "confirmed" => (await Do("confirm", proposed)).Succeeded(),
            _ => (await Do("refuse", proposed)).Succeeded(),
        };
    }

    Task<Answer> Do(string command, Answer reopening) => command switch
    {
        "confirm" => app.ConfirmReopening(reopening),
        "confirm-own" => app.ConfirmReopening(reopening, "finance-1"),
        _ => app.As("finance-2").Post($"/report-reopenings/{reopening["id"]}/refuse", new { reason = "Nein" }, reopening.ETag),
    };
}
