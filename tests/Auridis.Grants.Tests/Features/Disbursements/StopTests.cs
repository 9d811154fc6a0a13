namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Payments that are stopped, records that are taken back, and trying again.</summary>
public sealed class StopTests(DatabaseKind kind) : PaymentFixture(kind)
{
    static readonly object Why = new { reason = "The account was closed." };

    [Test]
    public async Task Two_people_stop_a_payment_and_its_money_is_free()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await app.Released(award, "100000.00");
        (await app.Step(award.Applicant, released, "stop", Why)).Refused(403, "forbidden");

        var proposed = (await app.Step("treasury-1", released, "stop", Why)).Succeeded();
        Assert.That((proposed["status"], proposed["stopProposedOn"], proposed["reason"]),
            Is.EqualTo(("released", "2018-10-01", "The account was closed.")));
        Assert.That((await app.Step("treasury-1", proposed, "confirm-stop")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("proposer"));
        var stopped = (await app.Step("treasury-2", proposed, "confirm-stop")).Succeeded();

        Assert.That(stopped["status"], Is.EqualTo("stopped"));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("payable stop"));
        Assert.That((await app.Balance(award.Id, "1360"), await app.Balance(award.Id, "4000")), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public async Task What_was_recorded_wrong_is_taken_back_and_recorded_anew()
    {
        var award = await SeededAward.Insert(app.Db);
        var booking = new { bookedOn = "2018-10-01", bankReference = "KTO-1" };
        var recorded = (await app.Step("treasury-1", await app.Released(award), "settle", booking)).Succeeded();

        var withdrawn = (await app.Step("treasury-1", recorded, "withdraw-record", Why)).Succeeded();
        (await app.Step("treasury-2", withdrawn, "confirm-settlement")).Refused(409, "settlement-not-recorded");
        recorded = (await app.Step("treasury-2", withdrawn, "settle", booking)).Succeeded();
        var settled = (await app.Step("treasury-1", recorded, "confirm-settlement")).Succeeded();
        var returning = (await app.Step("treasury-1", settled, "return", Payments.Returned("2018-10-01"))).Succeeded();
        (await app.Step("treasury-2", returning, "withdraw-record", Why)).Succeeded();

        Assert.That(await award.Funds(app), Is.EqualTo((1_000_00, 1_000_00, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("payable settlement commitment-use"));
    }

    [Test]
    public async Task A_payment_that_failed_is_tried_again_as_a_new_one()
    {
        var award = await SeededAward.Insert(app.Db);
        var stranger = (await SeededAward.Insert(app.Db)).Applicant;
        var returned = await app.Return(await app.Settled(award, "60000.00"), "2018-10-01");
        Task<Answer> Retry(string person, object body) =>
            app.As(person).Post($"/disbursements/{returned["id"]}/retry", body, key: Payments.Key);

        (await Retry(stranger, award.Retry("60000.00"))).Refused(404, "not-found");
        (await Retry(award.Applicant, award.Retry("59999.99"))).Refused(409, "need-exceeded");
        var again = (await Retry(award.Applicant, award.Retry("60000.00"))).Succeeded();

        Assert.That((again["status"], again["retryOf"], again["amount.amount"], again["reference"]),
            Is.EqualTo(("requested", returned["id"], "60000.00", award.Reference + "-P02")));
        (await Retry(award.Applicant, award.Retry("60000.00"))).Refused(409, "award-exceeded");
        await app.Settle(again);
        Assert.That(await award.Funds(app), Is.EqualTo((60_000_00, 60_000_00, 100_000_00)));
    }

    [Test]
    public async Task The_way_of_a_payment_is_told_to_all_who_see_it_and_the_persons_to_the_funding_side()
    {
        var award = await SeededAward.Insert(app.Db);
        var released = await app.Released(award);
        var path = $"/disbursements/{released["id"]}/timeline";
        async Task<List<(string Action, bool HasPerson)>> Steps(string person) =>
            [.. (await app.As(person).Get(path)).Succeeded().Json.GetProperty("items").EnumerateArray().Select(step =>
                (step.GetProperty("action").GetString()!, step.GetProperty("takenBy").GetString() is not null))];

        Assert.That(await Steps("auditor-1"),
            Is.EqualTo(new[] { ("disbursement.requested", true), ("disbursement.approved", true), ("disbursement.released", true) }));
        Assert.That(await Steps(award.Applicant),
            Is.EqualTo(new[] { ("disbursement.requested", true), ("disbursement.approved", false), ("disbursement.released", false) }));
        (await app.As((await SeededAward.Insert(app.Db)).Applicant).Get(path)).Refused(404, "not-found");
    }
}
