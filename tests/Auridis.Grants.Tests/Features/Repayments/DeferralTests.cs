using System.Net;

namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>A site pays later: two people say until when, and the clock or a person ends it.</summary>
public sealed class DeferralTests(DatabaseKind kind) : ApiTests(kind)
{
    [SetUp]
    public Task Before_it_is_due() => app.ItIs("2021-08-30");

    [Test]
    public async Task A_claim_is_due_on_another_day_until_that_has_passed()
    {
        var (award, claim) = await app.Owing();
        var proposed = (await app.Propose(claim, "deferrals", until: "2021-11-27")).Succeeded();
        Assert.That((proposed.Status, proposed["status"], proposed["until"], proposed["officeAgs"], proposed["decidedOn"]),
            Is.EqualTo((HttpStatusCode.Created, "proposed", "2021-11-29", award.Ags, "")), "27 November 2021 is a Saturday");
        Assert.That((await app.Seen(claim))["status"], Is.EqualTo("claimed"));

        var confirmed = (await app.Confirm(proposed)).Succeeded();
        Assert.That((confirmed["status"], confirmed["decidedOn"], confirmed.ETag), Is.EqualTo(("confirmed", "2021-08-30", "\"2\"")));
        var deferred = await app.Seen(claim);
        Assert.That((deferred["status"], deferred["dueOn"], deferred["deferredUntil"], deferred["open.amount"]),
            Is.EqualTo(("deferred", "2021-09-01", "2021-11-29", "1000.00")));
        await app.ItIs("2021-11-29");
        Assert.That((await app.Seen(claim))["overdue"], Is.EqualTo("False"));
        await app.ItIs("2021-11-30");
        Assert.That((await app.Seen(claim))["overdue"], Is.EqualTo("True"), "also before the clock has ended it");

        await app.SetClock("2021-12-01");

        var ended = await app.Seen(proposed.Location!);
        Assert.That((ended["status"], ended["endedOn"], ended["endReason"]), Is.EqualTo(("ended", "2021-11-30", "")));
        var due = await app.Seen(claim);
        Assert.That((due["status"], due["deferredUntil"], due["overdue"]), Is.EqualTo(("claimed", "", "True")));
        foreach (var (resource, action) in ((string, string)[])
            [(proposed.Location!, "deferral.ended"), (claim, "repayment-claim.deferral-ended"), (claim, "repayment-claim.overdue")])
            Assert.That(await app.ActorsOf(resource, action), Is.EqualTo(["system"]), action);
    }

    [Test]
    public async Task The_audit_trail_says_once_that_it_is_overdue_and_once_more_after_a_deferral()
    {
        var (_, claim) = await app.Owing();
        await app.SetClock("2021-09-01");
        Assert.That(await app.ActorsOf(claim, "repayment-claim.overdue"), Is.Empty, "on its day");
        var before = await app.Seen(claim);
        await app.SetClock("2021-09-02");
        await app.Sweep(atOnce: 3);
        Assert.That(await app.ActorsOf(claim, "repayment-claim.overdue"), Is.EqualTo(["system"]));
        Assert.That((await app.Seen(claim)).ETag, Is.EqualTo(before.ETag), "the claim is as it was");

        await app.Relieved(claim, "deferrals");
        await app.SetClock("2021-11-30");
        Assert.That(await app.ActorsOf(claim, "repayment-claim.overdue"), Has.Count.EqualTo(1));
        await app.SetClock("2021-12-01");
        await app.Sweep(atOnce: 3);
        Assert.That(await app.ActorsOf(claim, "repayment-claim.overdue"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Money_leaves_it_deferred_until_nothing_is_open()
    {
        var (_, claim) = await app.Owing();
        var deferral = await app.Relieved(claim, "deferrals");
        (await app.Repay(claim, 400)).Succeeded();
        Assert.That((await app.Seen(claim))["status"], Is.EqualTo("deferred"));
        Assert.That((await app.Repay(claim, 600)).Succeeded()["status"], Is.EqualTo("paid"));

        await app.SetClock("2021-12-01");

        var paid = await app.Seen(claim);
        Assert.That((paid["status"], paid["deferredUntil"], paid["overdue"]), Is.EqualTo(("paid", "", "False")));
        Assert.That((await app.Seen(deferral))["status"], Is.EqualTo("ended"));
    }

    [Test]
    public async Task A_person_ends_it_earlier_and_it_is_due_as_it_was()
    {
        var (_, claim) = await app.Owing();
        var deferral = await app.Relieved(claim, "deferrals");
        (await app.Repay(claim, 400)).Succeeded();
        await app.ItIs("2021-09-02");
        var running = await app.Seen(deferral);
        (await app.As("finance-1").Post(deferral + "/end", new { reason = "Sie kann zahlen" }, "\"1\"")).Refused(412, "stale-version");

        var ended = (await app.As("finance-1").Post(deferral + "/end", new { reason = "Sie kann zahlen" }, running.ETag)).Succeeded();

        Assert.That((ended["status"], ended["endedOn"], ended["endReason"]), Is.EqualTo(("ended", "2021-09-02", "Sie kann zahlen")));
        var due = await app.Seen(claim);
        Assert.That((due["status"], due["deferredUntil"], due["overdue"]), Is.EqualTo(("partly-paid", "", "True")));
        (await app.As("finance-1").Post(deferral + "/end", new { reason = "Noch einmal" }, ended.ETag)).Refused(409, "wrong-state");
    }

    [Test]
    public async Task A_new_one_takes_the_place_of_one_that_runs()
    {
        var (_, claim) = await app.Owing();
        var first = await app.Relieved(claim, "deferrals");
        await app.ItIs("2021-10-04");
        var refused = (await app.Propose(claim, "deferrals", until: "2021-11-30")).Refused(409, "deferral-too-short");
        Assert.That((refused["until"], refused["dueOn"], refused["today"]), Is.EqualTo(("2021-11-30", "2021-11-30", "2021-10-04")));

        var second = await app.Relieved(claim, "deferrals", until: "2021-12-31");

        var replaced = await app.Seen(first);
        Assert.That((replaced["status"], replaced["endedOn"], (await app.Seen(second))["status"]),
            Is.EqualTo(("ended", "2021-10-04", "confirmed")));
        Assert.That((await app.Seen(claim))["deferredUntil"], Is.EqualTo("2021-12-31"));
        await app.SetClock("2021-12-01");
        Assert.That((await app.Seen(claim))["status"], Is.EqualTo("deferred"));
        var listed = (await app.Seen(claim + "/deferrals")).Json.GetProperty("items").EnumerateArray();
        Assert.That(listed.Select(item => item.GetProperty("until").GetString()), Is.EqualTo(["2021-11-30", "2021-12-31"]));
    }

    [TestCase("2021-08-30")]
    [TestCase("2021-09-01")]
    public async Task It_gives_the_site_time(string until)
    {
        var (_, claim) = await app.Owing();
        (await app.Propose(claim, "deferrals", until: until)).Refused(409, "deferral-too-short");
        (await app.Propose(claim, "deferrals", until: "1999-12-31")).Refused(400, "validation-failed");
        (await app.As("finance-1").Post(claim + "/deferrals", new { until = "2021-11-30", reason = " " }))
            .Refused(400, "validation-failed");
        (await app.As("finance-1").Post(claim + "/deferrals", new { until = "2021-11-30" })).Refused(400, "missing-field");
        Assert.That((await app.Seen(claim + "/deferrals")).Json.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Confirmed_too_late_or_when_nothing_is_open_it_is_refused()
    {
        var ((_, late), (_, paid)) = (await app.Owing(), await app.Owing());
        var (tooLate, noUse) = ((await app.Propose(late, "deferrals")).Succeeded(), (await app.Propose(paid, "deferrals")).Succeeded());
        (await app.Repay(paid, 1_000)).Succeeded();

        Assert.That((await app.Confirm(noUse)).Refused(409, "claim-not-open")["actual"], Is.EqualTo("paid"));
        (await app.Propose(paid, "deferrals")).Refused(409, "claim-not-open");
        await app.ItIs("2021-11-30");
        (await app.Confirm(tooLate)).Refused(409, "deferral-too-short");

        Assert.That(((await app.Seen(late))["status"], (await app.Seen(paid))["status"]), Is.EqualTo(("claimed", "paid")));
        Assert.That((await app.Seen(tooLate.Location!)).Text, Is.EqualTo(tooLate.Text));
    }

    [TestCase("deferrals")]
    [TestCase("waivers")]
    [TestCase("write-offs")]
    public async Task Two_people_decide_on_one_proposal_at_a_time(string path)
    {
        var (award, claim) = await app.Owing();
        var proposed = (await app.Propose(claim, path)).Succeeded();
        foreach (var other in (string[])["deferrals", "waivers", "write-offs"])
        {
            Assert.That((await app.Propose(claim, other, person: "finance-2")).Refused(409, "relief-pending")["kind"],
                Is.EqualTo(path[..^1]), other);
        }
        Assert.That((await app.Confirm(proposed, "finance-1")).Refused(403, "four-eyes")["earlier"], Is.EqualTo("proposer"));
        (await app.Confirm(proposed, "treasury-1")).Refused(403, "forbidden");
        (await app.Confirm(proposed, award.Applicant)).Refused(403, "forbidden");
        (await app.As("finance-2").Post(proposed.Location + "/confirm", ifMatch: "\"7\"", key: Payments.Key))
            .Refused(412, "stale-version");
        (await app.As("finance-2").Post($"/{path}/{award.Id}/confirm", ifMatch: "\"1\"", key: Payments.Key)).Refused(404, "not-found");
        (await app.As("finance-2").Post($"/{path}/{award.Id}/refuse", new { reason = "x" }, "\"1\"")).Refused(404, "not-found");
        (await app.As("finance-2").Get($"/{path}/{award.Id}")).Refused(404, "not-found");
        (await app.As("finance-2").Post($"/repayment-claims/{award.Id}/{path}", ReliefSteps.Proposal(path))).Refused(404, "not-found");
        (await app.As("finance-2").Get($"/repayment-claims/{award.Id}/{path}")).Refused(404, "not-found");

        var refused = (await app.As("finance-1").Post(proposed.Location + "/refuse", new { reason = "Sie kann zahlen" }, proposed.ETag))
            .Succeeded();

        Assert.That((refused["status"], refused["refusalReason"], refused["decidedOn"]),
            Is.EqualTo(("refused", "Sie kann zahlen", "2021-08-30")));
        (await app.As("finance-2").Post(proposed.Location + "/confirm", ifMatch: refused.ETag, key: Payments.Key))
            .Refused(409, "wrong-state");
        Assert.That((await app.Seen(claim))["status"], Is.EqualTo("claimed"));
        (await app.Propose(claim, path)).Succeeded();
    }

    [TestCase("deferrals")]
    [TestCase("waivers")]
    [TestCase("write-offs")]
    public async Task Who_is_excluded_takes_no_step(string path)
    {
        var (award, claim) = await app.Owing();
        var proposed = (await app.Propose(claim, path)).Succeeded();
        var conflicted = app.Person("conflicted", [Role.Finance, Role.Caseworker]);
        await conflicted.Declares($"/programmes/{award.ProgrammeId}", award.Ags);
        foreach (var person in (GrantsClient[])[app.Person("both", [Role.Finance], award.Ags), conflicted])
        {
            (await person.Post($"{claim}/{path}", ReliefSteps.Proposal(path))).Refused(403, "decider-conflicted");
            (await person.Post(proposed.Location + "/confirm", ifMatch: proposed.ETag, key: Payments.Key))
                .Refused(403, "decider-conflicted");
            (await person.Post(proposed.Location + "/refuse", new { reason = "x" }, proposed.ETag)).Refused(403, "decider-conflicted");
            if (path is "deferrals")
                (await person.Post(proposed.Location + "/end", new { reason = "x" }, proposed.ETag)).Refused(403, "decider-conflicted");
        }
        Assert.That((await app.Seen(proposed.Location!)).Text, Is.EqualTo(proposed.Text));
    }

    [TestCase("deferrals")]
    [TestCase("waivers")]
    public async Task An_office_sees_what_was_granted_on_its_own_claim(string path)
    {
        var (award, claim) = await app.Owing();
        var (neighbour, _) = await app.Owing();
        var proposed = (await app.Propose(claim, path)).Succeeded();
        (await app.As(award.Applicant).Get(proposed.Location!)).Refused(404, "not-found");
        Assert.That((await app.Seen($"{claim}/{path}", award.Applicant)).Json.GetProperty("items").GetArrayLength(), Is.Zero);

        var confirmed = (await app.Confirm(proposed)).Succeeded();

        Assert.That((await app.Seen(proposed.Location!, award.Applicant)).Text, Is.EqualTo(confirmed.Text));
        Assert.That((await app.Seen($"{claim}/{path}", award.Applicant)).Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        (await app.As(neighbour.Applicant).Get(proposed.Location!)).Refused(404, "not-found");
        (await app.As(neighbour.Applicant).Get($"{claim}/{path}")).Refused(404, "not-found");
    }

    [Test]
    public async Task Of_several_decisions_at_once_one_counts()
    {
        for (var i = 0; i < 4; i++)
        {
            var (_, claim) = await app.Owing();
            var proposed = (await app.Propose(claim, "deferrals")).Succeeded();

            var decisions = await Task.WhenAll(
                app.Confirm(proposed), app.Confirm(proposed, "finance-3"),
                app.As("finance-1").Post(proposed.Location + "/refuse", new { reason = "x" }, proposed.ETag), app.Repay(claim, 400));

            Assert.That(decisions[..3].Count(answer => answer.Code is null), Is.EqualTo(1));
            decisions[3].Succeeded();
            var granted = (await app.Seen(proposed.Location!))["status"] is "confirmed";
            var now = await app.Seen(claim);
            Assert.That((now["status"], now["open.amount"]), Is.EqualTo((granted ? "deferred" : "partly-paid", "600.00")));
        }
    }

    [Test]
    public async Task Of_several_ends_at_once_one_counts()
    {
        List<(string Claim, string Path)> deferrals = [];
        for (var i = 0; i < 6; i++)
        {
            var (_, claim) = await app.Owing();
            deferrals.Add((claim, await app.Relieved(claim, "deferrals")));
        }
        await app.ItIs("2021-12-01");

        var ends = deferrals.Select(deferral => app.As("finance-3").Post(deferral.Path + "/end", new { reason = "x" }, "\"2\"")).ToList();
        await app.Sweep(atOnce: 3);
        var answers = await Task.WhenAll(ends);
        await app.Sweep();

        Assert.Multiple(async () =>
        {
            foreach (var ((claim, deferral), answer) in deferrals.Zip(answers))
            {
                Assert.That(answer.Code, Is.AnyOf(null, "stale-version"));
                var actors = await app.ActorsOf(deferral, "deferral.ended");
                Assert.That(actors, Has.Count.EqualTo(1));
                Assert.That(actors[0] is "system", Is.EqualTo(answer.Code is not null));
                Assert.That(await app.ActorsOf(claim, "repayment-claim.deferral-ended"), Is.EqualTo(actors));
                Assert.That(await app.ActorsOf(claim, "repayment-claim.overdue"), Is.EqualTo(["system"]));
                var now = await app.Seen(claim);
                Assert.That((now["status"], now["deferredUntil"], now["overdue"]), Is.EqualTo(("claimed", "", "True")));
            }
        });
    }
}
