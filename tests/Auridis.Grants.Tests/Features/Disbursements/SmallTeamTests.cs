namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>A small team, where the person who releases a payment may be one of the two who pay it.</summary>
public sealed class SmallTeamTests(DatabaseKind kind) : ApiTests(kind, ("Payments:SmallTeam", "true"))
{
    [Test]
    public async Task The_releaser_is_one_of_the_two_and_never_both_and_the_approver_is_none()
    {
        var award = await SeededAward.Insert(app.Db);
        var approver = app.With(Tokens.Of(app, "finance-1", Role.Treasury));
        var releaser = app.With(Tokens.Of(app, "finance-2", Role.Treasury));
        static Task<Answer> Step(GrantsClient person, Answer payment, string step, object? body = null) =>
            person.Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, Payments.Key);
        var booking = new { bookedOn = "2018-10-01", bankReference = "KTO-1" };

        var released = await app.Released(award);
        Assert.That((await Step(approver, released, "settle", booking)).Refused(403, "four-eyes")["earlier"], Is.EqualTo("approver"));
        var recorded = (await Step(releaser, released, "settle", booking)).Succeeded();
        Assert.That((await Step(releaser, recorded, "confirm-settlement")).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("settlement-recorder"));
        Assert.That((await Step(approver, recorded, "confirm-settlement")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("approver"));
        (await app.Step("treasury-1", recorded, "confirm-settlement")).Succeeded();
    }

    [Test]
    public async Task Of_a_batch_one_of_the_two_who_sign_may_have_released_and_never_both()
    {
        var award = await SeededAward.Insert(app.Db);
        var approver = app.With(Tokens.Of(app, "finance-1", Role.Treasury));
        var releaser = app.With(Tokens.Of(app, "finance-2", Role.Treasury));
        var other = app.With(Tokens.Of(app, "finance-3", Role.Treasury));
        var byOther = (await app.Step("finance-3", await app.Approved(award), "release")).Succeeded();
        var batch = await app.Batched(await app.Released(award), byOther);

        Assert.That((await approver.OnBatch(batch, "sign")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("approver"));
        Assert.That(await Sees(other, "batch-to-sign", batch), Is.True);
        var first = (await releaser.OnBatch(batch, "sign")).Succeeded();
        Assert.That((await other.OnBatch(first, "sign")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("releaser"));
        Assert.That((await Sees(approver, "batch-to-sign", batch), await Sees(releaser, "batch-to-sign", batch),
            await Sees(other, "batch-to-sign", batch), await Sees(app.As("treasury-1"), "batch-to-sign", batch)),
            Is.EqualTo((false, false, false, true)));
        var signed = (await app.OnBatch("treasury-1", first, "sign")).Succeeded();
        Assert.That((await Sees(approver, "batch-to-hand-over", batch), await Sees(other, "batch-to-hand-over", batch)),
            Is.EqualTo((false, true)));
        (await other.OnBatch(signed, "hand-over")).Succeeded();
    }

    [Test]
    public async Task What_the_releaser_may_do_waits_for_the_releaser_too()
    {
        var award = await SeededAward.Insert(app.Db);
        var approver = app.With(Tokens.Of(app, "finance-1", Role.Treasury));
        var releaser = app.With(Tokens.Of(app, "finance-2", Role.Treasury));
        var released = await app.Released(award);
        Assert.That((await Sees(releaser, "payment-to-settle", released), await Sees(approver, "payment-to-settle", released)),
            Is.EqualTo((true, false)));
        var booking = new { bookedOn = "2018-10-01", bankReference = "KTO-1" };

        var recorded = (await app.Step("treasury-1", released, "settle", booking)).Succeeded();

        Assert.That((await Sees(releaser, "payment-to-confirm", released), await Sees(approver, "payment-to-confirm", released)),
            Is.EqualTo((true, false)));
        (await releaser.Post($"/disbursements/{recorded["id"]}/confirm-settlement", null, recorded.ETag, Payments.Key)).Succeeded();
    }

    static async Task<bool> Sees(GrantsClient person, string kind, Answer resource) =>
        (await person.Get("/tasks?limit=200&kind=" + kind)).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Any(task => task.GetProperty("resource").GetString()!.EndsWith(resource["id"], StringComparison.Ordinal));
}
