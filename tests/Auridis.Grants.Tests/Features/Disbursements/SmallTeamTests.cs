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
}
