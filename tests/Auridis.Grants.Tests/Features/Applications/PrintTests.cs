namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>A version as a page: complete, German, closed, and made for everybody.</summary>
public sealed class PrintTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    [Test]
    public async Task A_version_is_a_page_that_a_screen_reader_follows_with_its_hash_at_the_foot()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("PRINT-1"), Bottrop);
        var version = (await app.As("caseworker-1").Get(submitted.Path() + "/versions/1")).Succeeded();

        using var answer = await app.As("caseworker-1").Http.GetAsync(submitted.Path() + "/versions/1/print");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Match("^default-src 'none'; style-src 'sha256-[^']+'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$"));
        Assert.That((answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentLanguage.Single()),
            Is.EqualTo(("text/html", "de")));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain(" style=").And.Not.Contain("src="));
        var page = Page.Parse(html);
        Assert.Multiple(() =>
        {
            Assert.That(page.Attribute("lang")?.Value, Is.EqualTo("de"));
            Assert.That(page.Descendants("h1").Single().Value, Is.EqualTo(Sample.Content.Title));
            Assert.That(page.Descendants("h2").Select(heading => heading.Value), Is.EqualTo([
                "Zusammenfassung", "Ausgangslage", "Ziele", "Netzwerk", "Steuerung", "Politische Unterstützung", "Personal", "Meilensteine",
                "Finanzierungsplan", "Anlagen",
            ]));
            Assert.That(page.Descendants("footer").Single().Value,
                Does.Contain(version["contentHash"]).And.Contain(submitted["reference"]));
            Assert.That(page.Value, Does.Contain("80.000,00 EUR").And.Contain("100.000,00 EUR").And.Contain("30.06.2019")
                .And.Contain("Gesundheitsamt").And.Contain(Sample.Terms.Categories[0].Title));
        });
        page.FollowsWithAScreenReader();
    }

    [Test]
    public async Task What_an_office_writes_is_text_and_never_markup()
    {
        var programme = await app.OpenProgramme("PRINT-2");
        var office = app.Applicant(Bottrop);
        var draft = (await office.Post(programme + "/applications", new
        {
            content = Sample.Content with { Title = "<script>alert(1)</script>", Goals = "Eins & <b>zwei</b>\nDrei", Staff = [] },
        })).Succeeded();
        var added = (await office.Upload(draft.Path() + "/attachments", SampleFile.Of(SampleFile.Pdf), SampleFile.Pdf, "<i>.pdf"))
            .Succeeded();
        (await office.Post(draft.Path() + "/submit", ifMatch: "\"" + added["application.version"] + "\"")).Succeeded();

        var html = (await office.Get(draft.Path() + "/versions/1/print")).Succeeded().Text;

        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("<b>").And.Not.Contain("<i>"));
        var page = Page.Parse(html);
        Assert.That(page.Descendants("h1").Single().Value, Is.EqualTo("<script>alert(1)</script>"));
        Assert.That(page.Value, Does.Contain("Kein eigenes Personal.").And.Contain("Eins & <b>zwei</b>Drei")
            .And.Contain(added["attachment.sha256"]));
    }

    [Test]
    public async Task Only_who_reads_the_application_gets_the_page()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("PRINT-3"), Bottrop);

        (await app.Applicant("05513000").Get(submitted.Path() + "/versions/1/print")).Refused(404, "not-found");
        (await app.As("caseworker-1").Get(submitted.Path() + "/versions/2/print")).Refused(404, "not-found");
    }
}
