using System.Net;

namespace Auridis.Grants.Tests.Features.Programmes;

public sealed class ProgrammeTests(DatabaseKind kind) : ApiTests(kind)
{
    [Test]
    public async Task The_programme_of_the_press_release_is_there_from_the_start()
    {
        var programmes = (await app.As("funder-1").Get("/programmes")).Succeeded().Json.GetProperty("items");

        var programme = programmes.EnumerateArray().Single(item => item.GetProperty("code").GetString() == "2018-A");
        Assert.Multiple(() =>
        {
            Assert.That(programme.GetProperty("status").GetString(), Is.EqualTo("draft"));
            Assert.That(programme.GetProperty("terms").GetProperty("siteLimit").GetInt32(), Is.EqualTo(12));
            Assert.That(programme.GetProperty("terms").GetProperty("capPerSite").GetProperty("amount").GetString(),
                Is.EqualTo("100000.00"));
        });
    }

    [Test]
    public async Task Every_programme_and_every_account_came_with_an_audit_event()
    {
        (await app.As("caseworker-1").Post("/programmes", Sample.Programme("AUDITED"))).Succeeded();

        var (without, accounts) = await app.Db.Read(async session => (
            await session.All<string>("""
                select Code from Programme p
                where not exists (
                    select 1 from AuditEvent a where a.ResourceId = p.Id and a.Action = 'programme.created' and a.ResourceVersion = 1)
                """),
            await session.One<int>("select count(*) from AuditEvent where Action = 'account.created'")), CancellationToken.None);

        Assert.That(without, Is.Empty);
        Assert.That(accounts, Is.EqualTo(Auridis.Grants.Api.Features.Ledger.Accounts.All.Count));
    }

    [Test]
    public async Task Terms_out_of_bounds_are_refused_with_the_bounds()
    {
        var caseworker = app.As("caseworker-1");

        var late = (await caseworker.Post("/programmes",
            new { code = "LATE-END", terms = Sample.Terms with { FundingEndsOn = DateOnly.MaxValue } })).Refused(400, "validation-failed");
        Assert.That(late["errors"], Does.Contain("/terms/fundingEndsOn").And.Contain("2100-12-31"));
        var wide = (await caseworker.Post("/programmes",
            new { code = "WIDE", terms = Sample.Terms with { AreaPrefixes = [.. Enumerable.Repeat("055", 101)] } }))
            .Refused(400, "validation-failed");
        Assert.That(wide["errors"], Does.Contain("/terms/areaPrefixes").And.Contain("At most 100 items."));
    }

    [TestCase(60, 1, 39, null, false)]
    [TestCase(60, 1, 41, null, false)]
    [TestCase(60, 2, 40, null, false)]
    [TestCase(60, 1, 40, 1, false)]
    [TestCase(60, 1, 40, 3, false)]
    [TestCase(60, null, 40, null, true)]
    [TestCase(60, 2, 40, 1, true)]
    public async Task Weights_sum_to_100_and_tie_breaks_count_without_a_gap(
        int weight, int? tieBreak, int otherWeight, int? otherTieBreak, bool taken)
    {
        var answer = await app.As("caseworker-1").Post("/programmes", new
        {
            code = $"TIES-{tieBreak ?? 0}",
            terms = Sample.Terms with
            {
                Criteria = [new("need", "Need", weight, tieBreak), new("network", "Network", otherWeight, otherTieBreak)],
            },
        });

        if (taken)
            answer.Succeeded();
        else
            Assert.That(answer.Refused(400, "validation-failed")["errors"], Does.Contain("/terms/criteria"));
    }

    [Test]
    public async Task A_draft_is_made_edited_and_deleted()
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post("/programmes", Sample.Programme("EDIT-1"))).Succeeded();
        Assert.That((made.Status, made.ETag, made["status"]), Is.EqualTo((HttpStatusCode.Created, "\"1\"", "draft")));

        var edited = (await caseworker.Put(made.Location!, new { terms = Sample.Terms with { Title = "Zweite Runde" } }, made.ETag))
            .Succeeded();
        Assert.That((edited.ETag, edited["terms.title"]), Is.EqualTo(("\"2\"", "Zweite Runde")));

        (await caseworker.Delete(made.Location!, made.ETag)).Refused(412, "stale-version");
        (await caseworker.Delete(made.Location!, edited.ETag)).Succeeded();
        (await caseworker.Get(made.Location!)).Refused(404, "not-found");
    }

    [Test]
    public async Task Two_programmes_cannot_share_a_code()
    {
        var caseworker = app.As("caseworker-1");
        (await caseworker.Post("/programmes", Sample.Programme("TWICE"))).Succeeded();

        var answer = (await caseworker.Post("/programmes", Sample.Programme("TWICE"))).Refused(409, "programme-code-taken");
        Assert.That(answer["programmeCode"], Is.EqualTo("TWICE"));
    }

    [Test]
    public async Task An_opened_programme_keeps_its_terms()
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post("/programmes", Sample.Programme("FIXED"))).Succeeded();
        var opened = (await caseworker.Post(made.Location + "/open", ifMatch: made.ETag)).Succeeded();
        Assert.That(opened["status"], Is.EqualTo("open"));

        var answer = await caseworker.Put(made.Location!, new { terms = Sample.Terms }, opened.ETag);
        answer.Refused(409, "wrong-state");
        Assert.That((answer["actual"], answer["expected"]), Is.EqualTo(("open", "draft")));
        var early = (await caseworker.Post(made.Location + "/close", ifMatch: opened.ETag)).Refused(409, "deadline-not-passed");
        Assert.That(early["detail"], Does.Contain("2018-11-30"));
    }

    [Test]
    public async Task A_change_needs_the_version_that_was_seen()
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post("/programmes", Sample.Programme("VERSION"))).Succeeded();

        (await caseworker.Post(made.Location + "/open")).Refused(428, "if-match-missing");
        (await caseworker.Post(made.Location + "/open", ifMatch: "7")).Refused(400, "invalid-if-match");
        (await caseworker.Post(made.Location + "/open", ifMatch: "\"7\"")).Refused(412, "stale-version");
    }

    [Test]
    public async Task A_null_in_a_list_is_refused_where_it_stands()
    {
        var answer = await app.As("caseworker-1")
            .Post("/programmes", new { code = "NULLS", terms = Sample.Terms with { Categories = [null!] } });

        answer.Refused(400, "invalid-value");
        Assert.That(answer.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("/terms/categories/0"));
    }

    [Test]
    public async Task Only_a_caseworker_runs_programmes()
    {
        (await app.As("applicant-05512000").Post("/programmes", Sample.Programme("ROLE"))).Refused(403, "forbidden");
        (await app.With(null).Post("/programmes", Sample.Programme("ROLE"))).Refused(401, "unauthenticated");
    }
}
