namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>A report as a page: narrative and statement in the order of the plan, German, closed, and made for everybody.</summary>
public sealed class ReportPrintTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task A_submitted_report_is_a_page_that_a_screen_reader_follows_with_its_hash_at_the_foot()
    {
        var award = await WithReceipts(Receipt("R-1", 61_234.5m), Receipt("R-2", 28_000, "training"), Receipt("R-3", 900, "other"));
        var submitted = await Submit(award, 90_134.5m);
        var version = (await app.As(award.Applicant).Get(award.Report + "/versions/1")).Succeeded();

        using var answer = await app.As("finance-1").Http.GetAsync(award.Report + "/print");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Match("^default-src 'none'; style-src 'sha256-[^']+'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$"));
        Assert.That((answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentLanguage.Single()),
            Is.EqualTo(("text/html", "de")));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain(" style=").And.Not.Contain("src="));
        var page = Page.Parse(html);
        Assert.Multiple(() =>
        {
            Assert.That(page.Descendants("h1").Single().Value, Is.EqualTo($"Verwendungsnachweis {submitted["reference"]}"));
            Assert.That(page.Descendants("h2").Select(heading => heading.Value), Is.EqualTo(["Sachbericht", "Zahlenmäßiger Nachweis"]));
            Assert.That(page.Descendants("tbody").First().Elements("tr").Select(row => row.Value.Replace('\u00a0', ' ')), Is.EqualTo(new[]
            {
                "Personnel60.000,00 EUR61.234,50 EUR1.234,50 EUR61.234,50 EUR",
                "Further training30.000,00 EUR28.000,00 EUR-2.000,00 EUR28.000,00 EUR",
                "Other10.000,00 EUR900,00 EUR-9.100,00 EUR900,00 EUR",
                "Summe100.000,00 EUR90.134,50 EUR-9.865,50 EUR90.134,50 EUR",
            }));
            Assert.That(page.Descendants("footer").Single().Value, Does.Contain(version["contentHash"]).And.Contain("Fassung 1"));
            Assert.That(page.Value, Does.Contain("We met.We worked.").And.Contain("Eingereicht am 01.03.2021").And.Contain("9.865,50 EUR"));
        });
        page.FollowsWithAScreenReader();
    }

    [Test]
    public async Task A_draft_says_that_it_is_one_and_what_is_written_is_text()
    {
        var award = await Paid();
        var empty = (await app.As(award.Applicant).Get(award.Report + "/print")).Succeeded().Text;
        Assert.That(Page.Parse(empty).Value, Does.Contain("Noch nicht geschrieben.").And.Contain("Entwurf, nicht eingereicht."));

        (await app.As(award.Applicant).Put(award.Report,
            new { narrative = "<script>alert(1)</script>", ownFunds = Money(0), thirdPartyIncome = Money(0) }, await ETag(award)))
            .Succeeded();

        var html = (await app.As(award.Applicant).Get(award.Report + "/print")).Succeeded().Text;
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("SHA-256"));
        Assert.That(Page.Parse(html).Value, Does.Contain("<script>alert(1)</script>"));
    }

    /// <summary>The hash is that of what was submitted: a report that is mended is not it any more.</summary>
    [Test]
    public async Task A_report_that_was_returned_is_a_draft_again()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var submitted = await Submit(award, 10);
        (await app.As("finance-1").Post(award.Report + "/return", new { points = new[] { new { text = "Unleserlich." } } }, submitted.ETag))
            .Succeeded();

        var page = Page.Parse((await app.As(award.Applicant).Get(award.Report + "/print")).Succeeded().Text);
        Assert.That(page.Descendants("footer").Single().Value, Does.Contain("Entwurf").And.Not.Contain("SHA-256"));
        (await app.As((await Paid()).Applicant).Get(award.Report + "/print")).Refused(404, "not-found");
    }
}
