namespace Auridis.Grants.Tests.Features.Applications;

public sealed class ReopeningTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    static readonly object Remedy =
        new { remedy = new { kind = "objection", reference = "51-W-17", filedOn = "2018-09-26" }, reason = "Two items were misread." };

    [Test]
    public async Task Two_people_reopen_an_ineligible_application_and_overrule_its_check()
    {
        var ineligible = await Ineligible("REOPEN-1");

        var proposed = (await Propose(ineligible, Remedy)).Succeeded();
        Assert.That((proposed["status"], proposed["reopening.remedy.kind"]), Is.EqualTo(("ineligible", "objection")));
        (await app.Person("caseworker-1", ["decider"]).Post(proposed.Path() + "/reopen/confirm", ifMatch: proposed.ETag))
            .Refused(403, "four-eyes");
        var confirmed = (await Confirm(proposed)).Succeeded();

        Assert.That((confirmed["status"], confirmed["formalCheck.overruled"], confirmed["reopening.confirmedOn"]),
            Is.EqualTo(("eligible", "True", confirmed["reopening.proposedOn"])));
        (await Confirm(confirmed)).Refused(409, "wrong-state");
        (await app.As("caseworker-1").Post(confirmed.Path() + "/reviews", new { subject = "reviewer-1" })).Succeeded();
    }

    [Test]
    public async Task A_proposal_is_replaced_by_the_next_one()
    {
        var ineligible = await Ineligible("REOPEN-2");
        (await Confirm(ineligible)).Refused(409, "reopening-not-proposed");
        var first = (await Propose(ineligible, Remedy)).Succeeded();

        var second = (await app.As("caseworker-2").Post(first.Path() + "/reopen",
            new { remedy = new { kind = "action", reference = "19 K 4/18", filedOn = "2018-09-26" }, reason = "The court says so." },
            first.ETag)).Succeeded();

        Assert.That(second["reopening.remedy.kind"], Is.EqualTo("action"));
        (await Confirm(first)).Refused(412, "stale-version");
        (await Confirm(second)).Succeeded();
    }

    [Test]
    public async Task A_rejected_application_is_decided_on_again()
    {
        var round = await Round.Play(app, "REOPEN-3", 2);
        var (chosen, other) = (round.Applications[0], round.Applications[1]);
        var selection = (await app.As("decider-1").Post(round.Programme + "/selections", new
        {
            decisions = new object[] { Round.Select(chosen), new { applicationId = other.Id, decision = "reject", reason = "Zu klein" } },
        })).Succeeded();
        (await round.Publish(await round.Confirm(selection))).Succeeded();
        var rejected = (await app.As("caseworker-1").Get($"/applications/{other.Id}")).Succeeded();

        (await Confirm((await Propose(rejected, Remedy)).Succeeded())).Succeeded();

        Assert.That(await round.Offer(other), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_wrong_is_named_and_nothing_changes()
    {
        var ineligible = await Ineligible("REOPEN-4");
        var late = new { remedy = new { kind = "objection", reference = "1", filedOn = "2030-01-01" }, reason = "x" };

        Assert.That((await Propose(ineligible, late)).Refused(400, "validation-failed")["errors"], Does.Contain("/remedy/filedOn"));
        var none = new { remedy = new { kind = "none", reference = "1", filedOn = "2018-09-26" }, reason = "x" };
        Assert.That((await Propose(ineligible, none)).Refused(400, "validation-failed")["errors"], Does.Contain("/remedy/kind"));
        (await app.Person("both", ["caseworker"], Bottrop).Post(ineligible.Path() + "/reopen", Remedy, ineligible.ETag))
            .Refused(403, "decider-conflicted");
        var submitted = await app.Submitted(await app.OpenProgramme("REOPEN-5"), Bottrop);
        (await Propose(submitted, Remedy)).Refused(409, "wrong-state");
        Assert.That((await app.As("caseworker-1").Get(ineligible.Path())).Text, Is.EqualTo(ineligible.Text));
    }

    async Task<Answer> Ineligible(string code)
    {
        var submitted = await app.Submitted(await app.OpenProgramme(code), Bottrop);
        var failed = Sample.Passed with
        {
            Items = [.. Sample.Passed.Items.Select((item, index) => item with { Met = index > 0 })],
            Reason = "Nicht vom Jugendamt eingereicht",
        };
        return (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", failed, submitted.ETag)).Succeeded();
    }

    Task<Answer> Propose(Answer application, object request) =>
        app.As("caseworker-1").Post(application.Path() + "/reopen", request, application.ETag);

    Task<Answer> Confirm(Answer application) =>
        app.As("decider-1").Post(application.Path() + "/reopen/confirm", ifMatch: application.ETag);
}
