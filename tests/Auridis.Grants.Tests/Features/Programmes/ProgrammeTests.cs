using System.Globalization;
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

    [TestCase("act-social-code", null, "objection")]
    [TestCase("act-general", null, "action")]
    [TestCase("public-contract", null, "none")]
    [TestCase("private-contract", null, "none")]
    [TestCase("act-general", "objection", "objection")]
    public async Task The_legal_form_presets_the_remedy(string legalForm, string? remedy, string expected)
    {
        var caseworker = app.As("caseworker-1");
        var terms = Sample.Terms with { LegalForm = legalForm, Remedy = remedy };

        var created = (await caseworker.Post("/programmes", new { code = Code(), terms })).Succeeded();
        var edited = (await caseworker.Put($"/programmes/{created["id"]}", new { terms = terms with { Title = "B" } }, created.ETag))
            .Succeeded();

        Assert.That((created["terms.remedy"], edited["terms.remedy"]), Is.EqualTo((expected, expected)));
    }

    [Test]
    public async Task What_a_stored_programme_does_not_say_has_its_default()
    {
        var programme = (await app.As("caseworker-1").Post("/programmes", Sample.Programme(Code()))).Succeeded();
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update Programme set Terms = replace(replace(replace(Terms, ',\"mendingDays\":14', ''), ',\"discussion\":\"flag\"', ''), "
            + "',\"legalForm\":\"act-social-code\"', '') where Id = @Id", new { Id = Guid.Parse(programme["id"]) }),
            CancellationToken.None);

        var terms = (await app.As("caseworker-1").Get($"/programmes/{programme["id"]}")).Succeeded().Json.GetProperty("terms");

        Assert.That((terms.GetProperty("mendingDays").GetInt32(), terms.GetProperty("discussion").GetString(),
            terms.GetProperty("legalForm").GetString()), Is.EqualTo((14, "flag", "act-social-code")));
    }

    [TestCase("share", "66.67", null)]
    [TestCase("share", "66.675", "/terms/sharePercent")]
    [TestCase("share", "100.01", "/terms/sharePercent")]
    [TestCase("share", "0.99", "/terms/sharePercent")]
    [TestCase("share", null, "/terms/sharePercent")]
    [TestCase("deficit", "50", "/terms/sharePercent")]
    public async Task A_share_has_two_places(string financingType, string? percent, string? place)
    {
        var share = percent is null ? (decimal?)null : decimal.Parse(percent, CultureInfo.InvariantCulture);
        var answer = await app.As("caseworker-1").Post(
            "/programmes", new { code = Code(), terms = Sample.Terms with { FinancingType = financingType, SharePercent = share } });

        if (place is null)
            Assert.That(answer.Succeeded()["terms.sharePercent"], Is.EqualTo("66.67"));
        else
            Assert.That(answer.Refused(400, "validation-failed")["errors"], Does.Contain(place));
    }

    [TestCase("governmentDistrict", "Münster", 4, null)]
    [TestCase("kind", "county", 1, null)]
    [TestCase("kind", "county", 0, "/terms/quotas/0/most")]
    [TestCase("governmentDistrict", "Mordor", 4, "/terms/quotas/0/value")]
    [TestCase("kind", "Münster", 4, "/terms/quotas/0/value")]
    [TestCase("colour", "blue", 4, "/terms/quotas/0/by")]
    public async Task A_quota_counts_a_district_or_a_kind_that_there_is(string by, string value, int most, string? place)
    {
        var answer = await app.As("caseworker-1").Post(
            "/programmes", new { code = Code(), terms = Sample.Terms with { Quotas = [new(by, value, most)] } });

        if (place is null)
            answer.Succeeded();
        else
            Assert.That(answer.Refused(400, "validation-failed")["errors"], Does.Contain(place));
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

    static int codes;

    /// <summary>A code that no other programme of the fixture has.</summary>
    static string Code() => $"P{Interlocked.Increment(ref codes)}";
}
