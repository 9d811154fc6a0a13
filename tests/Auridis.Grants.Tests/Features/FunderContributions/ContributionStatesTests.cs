namespace Auridis.Grants.Tests.Features.FunderContributions;

/// <summary>Every command in every state of a contribution.</summary>
public sealed class ContributionStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                  confirm   confirm-own refuse
        proposed  confirmed four-eyes   refused
        confirmed .         four-eyes   .
        refused   .         four-eyes   .
        """);

    Guid programme;

    [OneTimeSetUp]
    public async Task Seed() => programme = (await SeededAward.Insert(app.Db)).ProgrammeId;

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, before => app.As("auditor-1").Get("/contributions/" + before["id"])), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["confirmed", "refused"]));
    });

    /// <summary>A new contribution that was brought into a state; finance-1 has recorded it.</summary>
    async Task<Answer> In(string state)
    {
        var proposed = await app.Proposed(programme, "10.00");
        return state switch
        {
            "proposed" => proposed,
            "confirmed" => (await Do("confirm", proposed)).Succeeded(),
            _ => (await Do("refuse", proposed)).Succeeded(),
        };
    }

    Task<Answer> Do(string command, Answer contribution) => command switch
    {
        "confirm" => app.Confirm(contribution),
        "confirm-own" => app.Confirm(contribution, "finance-1"),
        _ => app.As("finance-2").Post($"/contributions/{contribution["id"]}/refuse", new { reason = "A mistake." }, contribution.ETag),
    };
}
