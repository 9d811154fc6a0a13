namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>Every command in every state of a receipt.</summary>
public sealed class ReversalStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                          reverse           confirm  confirm-own refuse
        recorded          reversal-proposed .        .           .
        reversal-proposed .                 reversed four-eyes   reversal-refused
        reversal-refused  reversal-proposed .        four-eyes   .
        reversed          .                 .        four-eyes   .
        """);

    SeededAward award = null!;

    [OneTimeSetUp]
    public async Task Seed()
    {
        await app.ItIs("2021-03-01");
        award = await SeededAward.Insert(app.Db, paidCents: 100_000_00);
    }

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        Assert.That(await Table.Differences(In, Do, before => app.As("auditor-1").Get("/repayment-receipts/" + before["id"])), Is.Empty);
        await award.Funds(app);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["reversed"]));
    });

    /// <summary>A new receipt that was brought into a state; treasury-1 has proposed to reverse it.</summary>
    async Task<Answer> In(string state)
    {
        var receipt = (await app.GiveBack(award, 1)).Succeeded();
        if (state is "recorded")
            return receipt;
        var proposed = (await Do("reverse", receipt)).Succeeded();
        return state switch
        {
            "reversal-proposed" => proposed,
            "reversed" => (await Do("confirm", proposed)).Succeeded(),
            _ => (await Do("refuse", proposed)).Succeeded(),
        };
    }

    Task<Answer> Do(string command, Answer receipt) => command switch
    {
        "confirm-own" => app.Reversal("treasury-1", receipt, "confirm"),
        "reverse" => app.Reversal("treasury-1", receipt, command),
        _ => app.Reversal("treasury-2", receipt, command),
    };
}
