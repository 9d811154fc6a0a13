using System.Net;
using Auridis.Grants.Api.Features.BaseRates;

namespace Auridis.Grants.Tests.Features.BaseRates;

/// <summary>The base rates that interest is reckoned with.</summary>
public sealed class BaseRateTests(DatabaseKind kind) : ApiTests(kind)
{
    [Test]
    public async Task A_rate_is_entered_by_the_admin_and_confirmed_by_finance()
    {
        var proposed = (await app.ProposeRate("2016-07-01", -0.88m)).Succeeded();
        Assert.That((proposed.Status, proposed.Location, proposed["status"], proposed["percent"], proposed["usedOn"]),
            Is.EqualTo((HttpStatusCode.Created, "/base-rates/" + proposed["id"], "proposed", "-0.88", "")));

        var confirmed = (await app.ConfirmRate(proposed)).Succeeded();
        Assert.That((confirmed["status"], confirmed.ETag), Is.EqualTo(("confirmed", "\"2\"")));
        (await app.ConfirmRate(proposed, "finance-2")).Refused(412, "stale-version");

        (await app.ProposeRate("2017-01-01", 1, "finance-1")).Refused(403, "forbidden");
        (await app.ConfirmRate(proposed, "admin-1")).Refused(403, "forbidden");
        (await app.As("applicant-05512000").Get("/base-rates")).Refused(403, "forbidden");
        (await app.As("admin-1").Get("/base-rates/" + Guid.Empty)).Refused(404, "not-found");
        (await app.As("finance-1").Post($"/base-rates/{Guid.Empty}/confirm", ifMatch: "\"1\"")).Refused(404, "not-found");
        (await app.As("finance-1").Post($"/base-rates/{Guid.Empty}/refuse", new { reason = "x" }, "\"1\"")).Refused(404, "not-found");
        (await app.As("finance-1").Post($"/base-rates/{proposed["id"]}/refuse", new { reason = "x" }, "\"1\""))
            .Refused(412, "stale-version");
        var listed = (await app.As("admin-1").Get("/base-rates?status=confirmed")).Succeeded().Json.GetProperty("items").EnumerateArray();
        Assert.That(listed.Select(rate => rate.GetProperty("id").GetString()), Does.Contain(confirmed["id"]));
    }

    [TestCase("2018-01-01", "1.234")]
    [TestCase("2018-01-01", "100.01")]
    [TestCase("2018-01-01", "-100.01")]
    [TestCase("1999-12-31", "1.00")]
    public async Task A_rate_that_cannot_be_is_refused_and_changes_nothing(string validFrom, string percent)
    {
        var before = (await app.As("admin-1").Get("/base-rates")).Succeeded().Text;

        (await app.As("admin-1").Post("/base-rates", $$"""{"validFrom":"{{validFrom}}","percent":{{percent}}}"""))
            .Refused(400, "validation-failed");

        Assert.That((await app.As("admin-1").Get("/base-rates")).Succeeded().Text, Is.EqualTo(before));
    }

    [Test]
    public async Task A_wrong_rate_is_replaced_as_long_as_it_was_not_used()
    {
        var wrong = await app.Rate("2012-01-01", 1.20m);

        var right = await app.Rate("2012-01-01", 0.12m);

        var replaced = (await app.As("auditor-1").Get("/base-rates/" + wrong["id"])).Succeeded();
        Assert.That((replaced["status"], replaced["version"], right["status"]), Is.EqualTo(("replaced", "3", "confirmed")));
        await app.Used("2012-01-01", "2012-03-31");
        (await app.ProposeRate("2012-01-01", 0.13m)).Refused(409, "rate-used");
    }

    [Test]
    public async Task No_rate_begins_inside_the_days_that_another_was_used_for()
    {
        await app.Rate("2013-01-01", -0.13m);
        var inside = (await app.ProposeRate("2013-02-01", 1)).Succeeded();
        var last = (await app.ProposeRate("2013-03-31", 1)).Succeeded();
        var after = (await app.ProposeRate("2013-04-01", 1)).Succeeded();
        var before = (await app.ProposeRate("2012-12-31", 1)).Succeeded();
        await app.Used("2013-01-01", "2013-03-31");

        foreach (var proposed in new[] { inside, last })
        {
            var refused = (await app.ConfirmRate(proposed)).Refused(409, "rate-used");
            Assert.That((refused["usedOn"], refused["validFrom"]), Is.EqualTo(("2013-03-31", proposed["validFrom"])));
        }
        (await app.ConfirmRate(after)).Succeeded();
        (await app.ConfirmRate(before)).Succeeded();
    }

    [Test]
    public async Task Of_confirmations_at_once_a_day_keeps_one_rate()
    {
        List<Answer> proposed = [];
        for (var i = 0; i < 6; i++)
            proposed.Add((await app.ProposeRate("2014-01-01", i)).Succeeded());

        var answers = await Task.WhenAll(
            proposed.SelectMany(rate => new[] { app.ConfirmRate(rate, "finance-1"), app.ConfirmRate(rate, "finance-2") }));

        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(6), "each is confirmed once");
        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("stale-version"));
        Assert.That(await app.Db.Read(session => session.One<int>(
            "select count(*) from BaseRate where ValidFrom = '2014-01-01' and Status = 'confirmed'"), CancellationToken.None),
            Is.EqualTo(1));
    }

    [Test]
    public async Task A_use_and_a_confirmation_at_once_never_both_count()
    {
        for (var year = 2040; year < 2046; year++)
        {
            await app.Rate($"{year}-01-01", 1);
            var inside = (await app.ProposeRate($"{year}-02-01", 2)).Succeeded();

            var confirming = app.ConfirmRate(inside);
            await Task.WhenAll(confirming, Use(year));

            var used = await app.Db.Read(session => session.One<int>(
                "select count(*) from BaseRate where UsedOn is not null and ValidFrom = @Day", new { Day = new DateOnly(year, 1, 1) }),
                CancellationToken.None);
            Assert.That((await confirming).Code is null, Is.EqualTo(used == 0), $"{year}");
        }
    }

    /// <summary>As interest is confirmed for January and February, unless a rate came between.</summary>
    async Task Use(int year) => await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
    {
        await BaseRate.Lock(tx);
        var rates = await BaseRate.InForce(tx);
        if (rates.Any(rate => rate.ValidFrom == new DateOnly(year, 2, 1)))
            return true;
        await BaseRate.Use(tx, new DateOnly(year, 1, 1), new DateOnly(year, 2, 28));
        return true;
    }, CancellationToken.None);
}
