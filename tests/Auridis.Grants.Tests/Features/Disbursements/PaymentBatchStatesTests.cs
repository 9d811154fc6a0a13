namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>
/// Every command in every state of a batch of one payment, which treasury-1 has signed first. <c>answer</c> is the bank's: its payment is
/// settled by two people.
/// </summary>
public sealed class PaymentBatchStatesTests(DatabaseKind kind) : PaymentFixture(kind)
{
    static readonly StateTable Table = new("""
                    sign    sign-own  hand-over   void    answer
        open        signed  four-eyes .           voided  in-batch
        signed      .       four-eyes handed-over voided  in-batch
        handed-over .       four-eyes .           .       closed
        closed      .       four-eyes .           .       .
        voided      .       four-eyes .           .       voided
        """);

    SeededAward award = null!;

    [OneTimeSetUp]
    public async Task Seed() => award = await SeededAward.Insert(app.Db);

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        Assert.That(await Table.Differences(In, Do, app.BatchAgain), Is.Empty);
        await award.Funds(app);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["closed", "voided"]));
    });

    /// <summary>A new batch that was brought into a state.</summary>
    async Task<Answer> In(string state)
    {
        var batch = (await app.OnBatch("treasury-1", await app.Batched(await app.Released(award, "1.00")), "sign")).Succeeded();
        string[] steps = state switch
        {
            "open" => [],
            "signed" => ["sign"],
            "handed-over" => ["sign", "hand-over"],
            "closed" => ["sign", "hand-over", "answer"],
            _ => ["void"],
        };
        foreach (var step in steps)
        {
            (await (step is "sign" ? app.OnBatch("treasury-2", batch, step) : Do(step, batch))).Succeeded();
            batch = await app.BatchAgain(batch);
        }
        return batch;
    }

    async Task<Answer> Do(string command, Answer batch)
    {
        switch (command)
        {
            case "sign-own":
                return await app.OnBatch("treasury-1", batch, "sign");
            case "void":
                return await app.OnBatch("treasury-3", batch, "void", new { reason = "Not today" });
            case "answer":
                var payment = (await app.As("treasury-1").Get($"/disbursements/{(await app.PaymentsOf(batch))[0]}")).Succeeded();
                var booked = await app.Step("treasury-1", payment, "settle", new { bookedOn = "2018-10-01", bankReference = "KTO-1" });
                return booked.Code is null ? await app.Step("treasury-2", booked, "confirm-settlement") : booked;
            default:
                return await app.OnBatch("treasury-3", batch, command);
        }
    }
}
