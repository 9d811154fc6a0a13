using Auridis.Grants.Tests.Features.BaseRates;

namespace Auridis.Grants.Tests.Features.Interest;

/// <summary>Every command in every state of a calculation of interest.</summary>
public sealed class InterestStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                  confirm   confirm-own refuse
        proposed  confirmed four-eyes   refused
        confirmed .         four-eyes   .
        refused   .         four-eyes   .
        """);

    SeededAward award = null!;

    [OneTimeSetUp]
    public async Task In_the_autumn_of_2023()
    {
        await app.ItIs("2023-09-01");
        await app.KnownRates();
        award = await app.Paid();
    }

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(
            await Table.Differences(In, Do, before => app.As("auditor-1").Get("/interest-calculations/" + before["id"])), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["confirmed", "refused"]));
    });

    /// <summary>A new calculation that was brought into a state; finance-1 has proposed it.</summary>
    async Task<Answer> In(string state)
    {
        var proposed = (await app.ProposeLateUse(award, 10m, "2023-01-10")).Succeeded();
        return state switch
        {
            "proposed" => proposed,
            "confirmed" => (await Do("confirm", proposed)).Succeeded(),
            _ => (await Do("refuse", proposed)).Succeeded(),
        };
    }

    Task<Answer> Do(string command, Answer calculation) => command switch
    {
        "confirm" => app.ConfirmInterest(calculation),
        "confirm-own" => app.ConfirmInterest(calculation, "finance-1"),
        _ => app.RefuseInterest(calculation),
    };
}
