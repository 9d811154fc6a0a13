namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>An office can withdraw until its award is accepted.</summary>
public sealed class WithdrawalTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly object Because = new { reason = "Kein Eigenanteil" };

    [Test]
    public async Task Withdrawing_a_selected_application_declines_its_award_and_frees_place_and_money()
    {
        var round = await Round.Play(app, "WITHDRAWN", 2);
        var award = (await round.Offer(round.Applications[0]))[0];
        var application = await Seen(round.Applications[0]);

        var withdrawn = (await Withdraw(round.Applications[0], application)).Succeeded();

        var declined = (await app.As("auditor-1").Get($"/awards/{award["id"]}")).Succeeded();
        var now = await round.Now();
        Assert.That((withdrawn["status"], withdrawn["withdrawReason"], declined["status"], declined["declineReason"]),
            Is.EqualTo(("withdrawn", "Kein Eigenanteil", "declined", "Kein Eigenanteil")));
        Assert.That((now["selected"], now["committed.amount"]), Is.EqualTo(("0", "0.00")));
        Assert.That(await app.Db.Read(session => session.All<string>(
            "select Event from JournalEntry where AwardId = @AwardId order by Seq", new { AwardId = Guid.Parse(award["id"]) }),
            CancellationToken.None), Is.EqualTo(["commitment", "commitment-release"]));
        (await round.Offer(round.Applications[1]))[0].Succeeded();
    }

    [Test]
    public async Task Once_the_award_is_accepted_nothing_is_withdrawn()
    {
        var round = await Round.Play(app, "ACCEPTED", 1);
        var award = await round.Activate(round.Applications[0]);
        var application = await Seen(round.Applications[0]);

        Assert.That((await Withdraw(round.Applications[0], application)).Refused(409, "award-accepted")["awardReference"],
            Is.EqualTo(award["reference"]));
        (await app.Applicant("05954000").Post(application.Path() + "/withdraw", Because, application.ETag)).Refused(404, "not-found");
        (await app.As("auditor-1").Post(application.Path() + "/withdraw", Because, application.ETag)).Refused(403, "forbidden");

        Assert.That((await Seen(round.Applications[0])).Text, Is.EqualTo(application.Text));
        Assert.That((await app.As("auditor-1").Get($"/awards/{award["id"]}")).Text, Is.EqualTo(award.Text));
    }

    [Test]
    public async Task Of_accepting_and_withdrawing_at_once_one_counts()
    {
        var round = await Round.Play(app, "BOTH-AT-ONCE", 6);
        var awards = await round.Offer(round.Applications);
        foreach (var (site, award) in round.Applications.Zip(awards))
        {
            var application = await Seen(site);

            var answers = await Task.WhenAll(
                Task.Run(() => Withdraw(site, application)),
                Task.Run(() => app.Applicant(site.Office)
                    .Post($"/awards/{award["id"]}/accept", new { waiveRemedies = false }, award.ETag)));

            var states = ((await Seen(site))["status"], (await app.As("auditor-1").Get($"/awards/{award["id"]}")).Succeeded()["status"]);
            Assert.That(answers.Select(answer => answer.Code), Is.EqualTo(new[] { null, "stale-version" })
                .Or.EqualTo(new[] { "award-accepted", null }));
            Assert.That(states, Is.EqualTo(answers[0].Code is null ? ("withdrawn", "declined") : ("selected", "accepted")));
        }
        var kept = round.Applications.Count - int.Parse((await round.Now())["selected"], System.Globalization.CultureInfo.InvariantCulture);
        Assert.That(await app.Db.Read(session => session.One<int>(
            "select count(*) from Award where ProgrammeId = @ProgrammeId and Status = 'declined'", new { round.ProgrammeId }),
            CancellationToken.None), Is.EqualTo(kept));
    }

    Task<Answer> Withdraw(RoundApplication site, Answer seen) =>
        app.Applicant(site.Office).Post(seen.Path() + "/withdraw", Because, seen.ETag);

    async Task<Answer> Seen(RoundApplication site) => (await app.Applicant(site.Office).Get($"/applications/{site.Id}")).Succeeded();
}
