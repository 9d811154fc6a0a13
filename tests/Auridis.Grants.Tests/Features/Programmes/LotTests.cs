namespace Auridis.Grants.Tests.Features.Programmes;

public sealed class LotTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly object Right = new { secret = Round.LotSecret, publicValue = Round.LotValue };

    [Test]
    public async Task The_lot_is_entered_by_one_person_and_confirmed_by_another()
    {
        var round = await Round.Play(app, "LOT-1", applications: 0, drawLot: false);
        var decider = app.As("decider-1");

        (await decider.Post(round.Programme + "/lot/confirm", ifMatch: (await round.Now()).ETag)).Refused(409, "lot-not-entered");
        var entered = (await decider.Post(round.Programme + "/lot", Right, (await round.Now()).ETag)).Succeeded();
        Assert.That((entered["lot.secret"], entered["lot.publicValue"], entered["lot.confirmed"]),
            Is.EqualTo((Round.LotSecret, Round.LotValue, "False")));

        (await decider.Post(round.Programme + "/lot/confirm", ifMatch: entered.ETag)).Refused(403, "four-eyes");
        (await app.As("decider-2").Post(round.Programme + "/lot/confirm", ifMatch: "\"1\"")).Refused(412, "stale-version");
        var confirmed = (await app.As("decider-2").Post(round.Programme + "/lot/confirm", ifMatch: entered.ETag)).Succeeded();
        Assert.That(confirmed["lot.confirmed"], Is.EqualTo("True"));

        (await decider.Post(round.Programme + "/lot", Right, confirmed.ETag)).Refused(409, "lot-drawn");
        (await app.As("decider-2").Post(round.Programme + "/lot/confirm", ifMatch: confirmed.ETag)).Refused(409, "lot-drawn");
    }

    [Test]
    public async Task Only_the_secret_that_was_committed_to_is_taken()
    {
        var round = await Round.Play(app, "LOT-2", applications: 0, drawLot: false);

        (await app.As("decider-1").Post(round.Programme + "/lot", new { secret = "another", publicValue = Round.LotValue },
            (await round.Now()).ETag))
            .Refused(409, "lot-mismatch");
        Assert.That((await round.Now())["lot"], Is.Empty);
    }

    [Test]
    public async Task The_lot_waits_for_the_deadline_and_for_a_decider()
    {
        var caseworker = app.As("caseworker-1");
        var draft = (await caseworker.Post("/programmes", Sample.Programme("LOT-3"))).Succeeded();

        (await app.As("decider-1").Post(draft.Location + "/lot", Right, draft.ETag)).Refused(409, "wrong-state");
        (await caseworker.Post(draft.Location + "/lot", Right, draft.ETag)).Refused(403, "forbidden");
    }
}
