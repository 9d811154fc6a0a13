using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.Letters;

/// <summary>Which steps make a letter, what it says, and who sees it.</summary>
public sealed class LetterTests(DatabaseKind kind) : LetterFixture(kind)
{
    [Test]
    public async Task Publishing_makes_one_letter_for_each_decision()
    {
        var round = await Round.Play(app, "LETTERS-1", 3, scores: index => (10 - index, 5));
        var draft = (await app.As("decider-1").Post(round.Programme + "/selections", new
        {
            decisions = new object[]
            {
                new
                {
                    applicationId = round.Applications[0].Id,
                    decision = "select",
                    amount = new Money(70_000_00),
                    reason = "Mit <b>Auflage</b>",
                },
                new { applicationId = round.Applications[1].Id, decision = "waitlist", reason = "Der nächste Platz" },
                new { applicationId = round.Applications[2].Id, decision = "reject", reason = "Das Netzwerk\nfehlt" },
            },
        })).Succeeded();
        (await round.Publish(await round.Confirm(draft))).Succeeded();

        var award = await round.AwardOf(round.Applications[0]);
        var letters = new List<Answer>();
        foreach (var application in round.Applications)
            letters.Add(await app.LetterOf($"/applications/{application.Id}"));
        Assert.That(letters.Select(letter => (letter["kind"], letter["status"], letter["remedy"], letter["reference"])), Is.EqualTo(
        [
            ("award", "created", "objection", round.Applications[0].Reference + "-B01"),
            ("waitlist", "created", "objection", round.Applications[1].Reference + "-B01"),
            ("rejection", "created", "objection", round.Applications[2].Reference + "-B01"),
        ]));
        Assert.That(letters[0]["awardId"], Is.EqualTo(award["id"]));
        var texts = new List<string>();
        foreach (var letter in letters)
            texts.Add(await Read(letter));
        Assert.That(texts[0], Does.Contain("Zuwendungsbescheid " + award["reference"]).And.Contain("70.000,00 EUR")
            .And.Contain(Sample.Content.Title).And.Contain("Fehlbedarfsfinanzierung").And.Contain(German(award["startsOn"]))
            .And.Contain(German(award["endsOn"])).And.Contain("81.000,00 EUR").And.Contain("15.000,00 EUR")
            .And.Contain("Summe der Ausgaben90.000,00 EUR").And.Contain("Summe der Finanzierung90.000,00 EUR")
            .And.Contain("Mit <b>Auflage</b>").And.Contain("ohne Unterschrift gültig").And.Contain("Nebenbestimmungen (§ 32 SGB X)")
            .And.Contain(German(award["reportDueOn"])).And.Contain("Widerspruch")
            .And.Contain("20 Prozent").And.Contain("§§ 45, 47 und 50 SGB X"));
        Assert.That(texts[1], Does.Contain("Warteliste").And.Contain("Platz\n1").And.Contain("Der nächste Platz")
            .And.Contain("Widerspruch"));
        Assert.That(texts[2], Does.Contain("wird abgelehnt").And.Contain("Das Netzwerkfehlt").And.Contain("§ 35 SGB X")
            .And.Contain("Widerspruch"));
    }

    [Test]
    public async Task Who_a_full_quota_keeps_out_is_told_so()
    {
        var round = await Round.Play(app, "LETTERS-2", 2,
            terms => terms with { Quotas = [new Quota(QuotaBy.GovernmentDistrict, "Münster", 1)] }, index => (10 - index, 5));
        (await round.Publish(await round.Confirmed())).Succeeded();

        Assert.That(await Read(await app.LetterOf($"/applications/{round.Applications[1].Id}")), Does.Contain("Regierungsbezirk"));
    }

    [Test]
    public async Task What_is_not_published_leaves_no_letter()
    {
        var round = await Round.Play(app, "LETTERS-3", 2, terms => terms with { SiteLimit = 1 });
        var first = await round.Confirmed(round.Applications[0]);
        var second = await round.Confirmed(round.Applications[1]);
        (await round.Publish(first)).Succeeded();

        (await round.Publish(second)).Refused(409, "site-limit-reached");

        Assert.That(await app.LettersOf($"/applications/{round.Applications[1].Id}"), Is.Empty);
    }

    [Test]
    public async Task A_return_names_its_points_and_its_day_and_knows_no_remedy()
    {
        var submitted = await Submitted("LETTERS-4");
        var returned = (await app.As("caseworker-1").Post(submitted.Path() + "/return", new
        {
            points = new[]
            {
                new { pointer = "/financePlan/lines/0/amount", text = "Bitte <i>herleiten</i>" },
                new { pointer = "/attachments", text = "Der Beschluss fehlt" },
            },
        }, submitted.ETag)).Succeeded();

        var letter = await app.LetterOf(submitted.Path());
        Assert.That((letter["kind"], letter["remedy"]), Is.EqualTo(("return", "none")));
        Assert.That(await Read(letter), Does.Contain("Finanzierungsplan (/financePlan/lines/0/amount)")
            .And.Contain("Bitte <i>herleiten</i>").And.Contain("Anlagen (/attachments)")
            .And.Contain(German(returned["mending.mendBy"])).And.Not.Contain("Rechtsbehelf"));
    }

    /// <summary>Whoever writes a term, a name, an address or a reason: it is text in a letter, also in the title of its window.</summary>
    [Test]
    public async Task What_people_write_is_text_and_never_markup()
    {
        const string markup = "</title></style></h1><script>alert(1)</script><img src=x onerror=alert(1)>";
        const string ags = "05958032";
        var created = (await app.As("admin-1").Post("/youth-offices", new
        {
            ags,
            name = "Sundern " + markup,
            kind = "municipality",
            governmentDistrict = "Arnsberg",
            county = "Hochsauerlandkreis",
            address = new { street = "<b>Markt</b> 1", postalCode = "59846", town = "<i>Sundern</i>" },
        })).Succeeded();
        var day = app.Today();
        var programme = await app.OpenProgramme("LETTERS-MARKUP", Sample.Terms with
        {
            Title = "Netz " + markup,
            Operator = "Amt " + markup,
            OperatorSeat = "Ort " + markup,
            Funder = "Stiftung " + markup,
            OpensOn = day,
            ClosesOn = day,
            FundingStartsOn = day.AddMonths(1),
            FundingEndsOn = day.AddMonths(13),
        });
        var applicant = app.Person("clerk", [Role.Applicant], ags);
        var draft = (await applicant.Post(programme + "/applications",
            new { content = Sample.Content with { Title = markup } })).Succeeded();
        var submitted = (await applicant.Post(draft.Path() + "/submit", ifMatch: draft.ETag)).Succeeded();
        (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", new
        {
            items = Sample.Terms.Checks.Select(check => new { check = check.Code, met = false, remark = markup }),
            reason = markup,
        }, submitted.ETag)).Succeeded();

        var letter = await app.LetterOf(submitted.Path());
        var pages = new[]
        {
            (await app.As("caseworker-1").Get($"/letters/{letter["id"]}/document")).Succeeded().Text,
            (await applicant.Get(submitted.Path() + "/versions/1/print")).Succeeded().Text,
        };

        Assert.That(created["name"], Does.EndWith(markup));
        foreach (var html in pages)
        {
            Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<img").And.Not.Contain("<b>").And.Not.Contain("<i>"));
            Assert.That(html.Split("</title>"), Has.Length.EqualTo(2));
            Assert.That(Page.Parse(html).Value, Does.Contain("Sundern " + markup).And.Contain("Netz " + markup));
        }
        Assert.That(await Read(letter), Does.Contain("<i>Sundern</i>"));
    }

    [Test]
    public async Task Who_is_not_eligible_is_told_why()
    {
        var submitted = await Submitted("LETTERS-5");
        (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", new
        {
            items = new object[]
            {
                new { check = "signed", met = true },
                new { check = "finance-plan", met = false, remark = "Die Eigenmittel fehlen" },
            },
            reason = "Der Plan trägt nicht",
        }, submitted.ETag)).Succeeded();

        var letter = await app.LetterOf(submitted.Path());
        Assert.That((letter["kind"], letter["remedy"]), Is.EqualTo(("ineligible", "objection")));
        Assert.That(await Read(letter), Does.Contain("Der Plan trägt nicht").And.Contain("The finance plan is complete")
            .And.Contain("Die Eigenmittel fehlen").And.Not.Contain("Handed in by the Jugendamt"));
        Assert.That(await app.LettersOf((await Eligible("LETTERS-6")).Path()), Is.Empty, "who is eligible waits for the selection");
    }

    [Test]
    public async Task Who_has_not_mended_in_time_gets_a_letter_of_the_system_once()
    {
        var submitted = await Submitted("LETTERS-7");
        var day = app.Today();
        (await app.As("caseworker-1").Post(submitted.Path() + "/return",
            new { points = new[] { new { pointer = "/title", text = "x" } }, mendBy = day }, submitted.ETag)).Succeeded();

        foreach (var expired in (int[])[1, 0])
        {
            Assert.That((await app.Db.Write<int>(Author.System(TimeProvider.System),
                async tx => await MendingPeriod.Expire(tx, Guid.Parse(submitted["id"]), day.AddDays(1)), CancellationToken.None)).Value,
                Is.EqualTo(expired));
        }

        Assert.That((await app.LettersOf(submitted.Path())).Select(letter => letter.GetProperty("reference").GetString()),
            Is.EqualTo([submitted["reference"] + "-B01", submitted["reference"] + "-B02"]));
        Assert.That(await Read(await app.LetterOf(submitted.Path())),
            Does.Contain("nicht erneut eingereicht").And.Contain(German(LetterSteps.Written(day))));
    }

    [Test]
    public async Task Cancelling_a_programme_tells_each_office_whose_application_is_open()
    {
        var day = app.Today();
        var programme = await Open("LETTERS-8");
        var draft = await app.Draft(programme, "05515000");
        var submitted = await app.Submitted(programme, Bottrop);
        var eligible = await app.Eligible(programme, Gelsenkirchen);
        var withdrawn = await app.Submitted(programme, "05554000");
        (await app.Applicant("05554000").Post(withdrawn.Path() + "/withdraw", new { reason = "Kein Rat" }, withdrawn.ETag)).Succeeded();

        (await app.As("decider-1").Post(programme + "/cancel", new { reason = "Der Geldgeber ist ausgestiegen" },
            (await app.As("decider-1").Get(programme)).ETag)).Succeeded();

        foreach (var open in (Answer[])[submitted, eligible])
        {
            var letter = await app.LetterOf(open.Path());
            Assert.That((letter["kind"], letter["issuedOn"]), Is.EqualTo(("cancellation", LetterSteps.Written(day))));
            Assert.That(await Read(letter), Does.Contain("Der Geldgeber ist ausgestiegen"));
            (await app.Dispatch(letter, "post")).Succeeded();
        }
        Assert.That(await app.LettersOf(withdrawn.Path()), Is.Empty);
        Assert.That(await app.LettersOf(draft.Path(), app.Applicant("05515000")), Is.Empty);
    }
}
