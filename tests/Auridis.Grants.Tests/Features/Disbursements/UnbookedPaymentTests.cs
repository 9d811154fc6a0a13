namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>A payment that nobody has seen in the bank's statement.</summary>
public sealed class UnbookedPaymentTests(DatabaseKind kind) : ApiTests(kind)
{
    const string NotBooked = "payment.not-booked";

    /// <summary>15 October 2018 is a Monday.</summary>
    [SetUp]
    public Task On_a_Monday() => app.ItIs("2018-10-15");

    [Test]
    public async Task After_five_working_days_the_audit_trail_says_so_once()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await app.Released(award);
        var path = $"/disbursements/{released["id"]}";
        await app.SetClock("2018-10-19");
        Assert.That(await app.ActorsOf(path, NotBooked), Is.Empty);

        await app.SetClock("2018-10-22");
        await app.Sweep(atOnce: 4);

        Assert.That(await app.ActorsOf(path, NotBooked), Is.EqualTo(["system"]));
        Assert.That((await app.As("auditor-1").Get(path)).ETag, Is.EqualTo(released.ETag), "the payment is as it was");
        await app.SetClock("2018-11-30");
        Assert.That(await app.ActorsOf(path, NotBooked), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Not_of_one_that_is_booked_or_to_be_stopped_or_not_released()
    {
        var award = await SeededAward.Insert(app.Db);
        var booking = new { bookedOn = "2018-10-15", bankReference = "KTO-1" };
        Answer[] payments =
        [
            await app.Approved(award),
            await app.Settled(award),
            (await app.Step("treasury-1", await app.Released(award), "settle", booking)).Succeeded(),
            (await app.Step("treasury-1", await app.Released(award), "stop", new { reason = "Konto gelöscht" })).Succeeded(),
        ];

        await app.SetClock("2018-11-30");

        foreach (var payment in payments)
            Assert.That(await app.ActorsOf($"/disbursements/{payment["id"]}", NotBooked), Is.Empty, payment["status"]);
        var withdrawn = (await app.Step("treasury-1", payments[2], "withdraw-record", new { reason = "Andere Zahlung" })).Succeeded();
        await app.Sweep();
        Assert.That(await app.ActorsOf($"/disbursements/{withdrawn["id"]}", NotBooked), Is.EqualTo(["system"]));
    }

    [Test]
    public async Task Of_a_booking_and_a_sweep_at_once_nothing_is_said_twice()
    {
        var award = await SeededAward.Insert(app.Db);
        List<Answer> released = [];
        for (var i = 0; i < 6; i++)
            released.Add(await app.Released(award));
        await app.ItIs("2018-10-22");

        var settled = released.Select((payment, i) => app.Step(
            "treasury-1", payment, "settle", new { bookedOn = "2018-10-16", bankReference = "KTO-" + i })).ToList();
        await app.Sweep(atOnce: 3);
        foreach (var answer in await Task.WhenAll(settled))
            answer.Succeeded();

        foreach (var payment in released)
            Assert.That(await app.ActorsOf($"/disbursements/{payment["id"]}", NotBooked), Has.Count.AtMost(1));
    }
}
