using System.Globalization;
using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>An office answers its offer in time, or the offer ends.</summary>
public sealed class AcceptancePeriodTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly object NoMoney = new { reason = "Kein Eigenanteil" };

    /// <summary>Worked by hand: Good Friday and Easter; a Sunday; a day that is none of these.</summary>
    [TestCase("2019-03-20", 30, "2019-04-23")]
    [TestCase("2018-12-14", 30, "2019-01-14")]
    [TestCase("2018-12-10", 30, "2019-01-09")]
    [TestCase("2018-12-10", 1, "2018-12-11")]
    public void The_last_day_to_answer(string offeredOn, int days, string acceptBy) => Assert.That(
        AcceptancePeriod.LastDay(Day(offeredOn), Sample.Terms with { AcceptWithinDays = days }), Is.EqualTo(Day(acceptBy)));

    [Test]
    public async Task On_the_last_day_it_is_answered_and_on_the_day_after_it_is_not()
    {
        var (round, awards) = await Offered("ANSWER", 3);
        var last = Day(awards[0]["acceptBy"]);

        await app.ItIs(Written(last));
        (await Accept(round, awards, 0)).Succeeded();
        // The sweep has not come yet.
        await app.ItIs(Written(last.AddDays(1)));
        Assert.That((await Accept(round, awards, 1)).Refused(409, "offer-expired")["acceptBy"], Is.EqualTo(awards[1]["acceptBy"]));
        (await Decline(round, awards, 2)).Refused(409, "offer-expired");
        var selected = (await app.Applicant(round.Applications[2].Office).Get($"/applications/{round.Applications[2].Id}")).Succeeded();
        (await app.Applicant(round.Applications[2].Office).Post(selected.Path() + "/withdraw", NoMoney, selected.ETag))
            .Refused(409, "offer-expired");

        Assert.That((await Award(awards[1])).Text, Is.EqualTo(awards[1].Text));
        Assert.That((await Award(awards[2])).Text, Is.EqualTo(awards[2].Text));
    }

    [Test]
    public async Task What_is_not_answered_expires_and_frees_its_place_and_its_money()
    {
        var (round, awards) = await Offered("EXPIRES", 2);
        (await Accept(round, awards, 0)).Succeeded();
        var waits = await app.As("applicant-" + round.Applications[1].Office).Get("/tasks?kind=offer-to-answer");
        var task = waits.Succeeded().Json.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("reference").GetString() == awards[1]["reference"]);
        Assert.That(task.GetProperty("dueOn").GetString(), Is.EqualTo(awards[1]["acceptBy"]));

        await app.SetClock(Written(Day(awards[1]["acceptBy"]).AddDays(1)));

        var (expired, kept, now) = (await Award(awards[1]), await Award(awards[0]), await round.Now());
        Assert.That((expired["status"], expired["committed.amount"], kept["status"]), Is.EqualTo(("expired", "0.00", "accepted")));
        Assert.That((now["selected"], now["committed.amount"]), Is.EqualTo(("1", "80000.00")));
        var lapsed = (await app.As("auditor-1").Get($"/applications/{round.Applications[1].Id}")).Succeeded();
        Assert.That(lapsed["status"], Is.EqualTo("lapsed"));
        Assert.That(await app.Db.Read(session => session.All<string>(
            "select Event from JournalEntry where AwardId = @AwardId order by Seq", new { AwardId = Guid.Parse(expired["id"]) }),
            CancellationToken.None), Is.EqualTo(["commitment", "commitment-release"]));
        Assert.That(await app.Db.Read(session => session.One<int>(
            "select count(*) from AuditEvent where ResourceId = @AwardId and Action = 'award.expired' and Actor = 'system'",
            new { AwardId = Guid.Parse(expired["id"]) }), CancellationToken.None), Is.EqualTo(1));
        (await Accept(round, [awards[0], expired], 1)).Refused(409, "wrong-state");
        (await Decline(round, [awards[0], expired], 1)).Refused(409, "wrong-state");
    }

    /// <summary>In the last second one of two states is reached, with the money of that state.</summary>
    [Test]
    public async Task Of_the_end_and_an_acceptance_at_once_one_counts()
    {
        var (round, awards) = await Offered("AT-ONCE", 6);
        await app.ItIs(awards[0]["acceptBy"]);
        var after = Day(awards[0]["acceptBy"]).AddDays(1);

        var ends = awards.Select(award => Task.Run(async () => (await app.Db.Write<int>(Author.System(TimeProvider.System),
            async tx => await AcceptancePeriod.Expire(tx, Guid.Parse(award["id"]), after), CancellationToken.None)).Value)).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, awards.Count).Select(i => Task.Run(() => Accept(round, awards, i))));
        var ended = await Task.WhenAll(ends);

        for (var i = 0; i < awards.Count; i++)
        {
            Assert.That((answers[i].Code, (await Award(awards[i]))["status"]),
                Is.EqualTo(ended[i] == 1 ? ("stale-version", "expired") : ((string?)null, "accepted")));
        }
        Assert.That((await round.Now())["selected"], Is.EqualTo(ended.Count(one => one == 0).ToString(CultureInfo.InvariantCulture)));
    }

    async Task<(Round Round, List<Answer> Awards)> Offered(string code, int sites)
    {
        await app.ItIs("2018-09-26");
        var round = await Round.Play(app, code, sites, terms => terms with { SiteLimit = 12 });
        return (round, await round.Offer(round.Applications));
    }

    Task<Answer> Accept(Round round, List<Answer> awards, int i) => app.Applicant(round.Applications[i].Office)
        .Post($"/awards/{awards[i]["id"]}/accept", new { waiveRemedies = false }, awards[i].ETag);

    Task<Answer> Decline(Round round, List<Answer> awards, int i) => app.Applicant(round.Applications[i].Office)
        .Post($"/awards/{awards[i]["id"]}/decline", NoMoney, awards[i].ETag, Payments.Key);

    async Task<Answer> Award(Answer award) => (await app.As("auditor-1").Get($"/awards/{award["id"]}")).Succeeded();

    static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
