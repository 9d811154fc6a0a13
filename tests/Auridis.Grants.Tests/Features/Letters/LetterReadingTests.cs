using System.Security.Cryptography;

namespace Auridis.Grants.Tests.Features.Letters;

/// <summary>What a letter says stays as it was, and who may read it.</summary>
public sealed class LetterReadingTests(DatabaseKind kind) : LetterFixture(kind)
{
    [Test]
    public async Task What_it_says_is_frozen_with_its_hash_and_made_for_everybody()
    {
        var letter = await Ineligible("LETTERS-9");

        using var answer = await app.As("auditor-1").Http.GetAsync($"/letters/{letter["id"]}/document");
        var bytes = await answer.Content.ReadAsByteArrayAsync();

        Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(letter["sha256"]));
        var headers = answer.Content.Headers;
        Assert.That((headers.ContentType?.ToString(), headers.ContentLanguage.Single(), answer.Headers.ETag?.Tag),
            Is.EqualTo(("text/html; charset=utf-8", "de", $"\"{letter["sha256"]}\"")));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Match("^default-src 'none'; style-src 'sha256-[^']+'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$"));
        var html = System.Text.Encoding.UTF8.GetString(bytes);
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain(" style=").And.Not.Contain("src="));
        var page = Page.Parse(html);
        page.FollowsWithAScreenReader();
        Assert.That((page.Attribute("lang")?.Value, page.Descendants("h2").Last().Value), Is.EqualTo(("de", "Rechtsbehelfsbelehrung")));
        Assert.That(page.Value, Does.Contain("Jugendamt Bottrop").And.Contain(Sample.Terms.Operator).And.Contain(letter["reference"])
            .And.Contain(German(letter["issuedOn"])));
        Assert.That(async () => await app.Db.Write<int>(Author.System(TimeProvider.System),
            async tx => await tx.Execute("update LetterDocument set Content = 'x'"), CancellationToken.None),
            Throws.Exception.With.Message.Contains("A letter is frozen."));
    }

    [Test]
    public async Task Its_page_is_shown_with_the_style_that_it_was_made_with()
    {
        var letter = await Ineligible("LETTERS-10");
        var made = (await app.As("auditor-1").Get($"/letters/{letter["id"]}/document")).Succeeded();
        var before = made.Text.Replace("<style>", "<style>p{margin:0}", StringComparison.Ordinal);

        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        Auridis.Grants.Api.Platform.Html.HtmlPage.Show(http, "de", before);

        var style = before[(before.IndexOf("<style>", StringComparison.Ordinal) + 7)..before.IndexOf("</style>", StringComparison.Ordinal)];
        var hash = Convert.ToBase64String(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.That(http.Response.Headers.ContentSecurityPolicy.ToString(), Does.Contain($"style-src 'sha256-{hash}'"));
    }

    [Test]
    public async Task Its_office_sees_it_when_it_has_gone_out_and_no_other_office_ever()
    {
        var letter = await Ineligible("LETTERS-11");
        var (office, other) = (app.Applicant(Bottrop), app.Applicant(Gelsenkirchen));
        var path = $"/letters/{letter["id"]}";
        (await office.Get(path)).Refused(404, "not-found");
        (await office.Get(path + "/document")).Refused(404, "not-found");
        Assert.That(await app.LettersOf($"/applications/{letter["applicationId"]}", office), Is.Empty);

        var dispatched = (await app.Dispatch(letter, "registered")).Succeeded();

        Assert.That((await office.Get(path)).Succeeded().Text, Is.EqualTo(dispatched.Text));
        (await office.Get(path + "/document")).Succeeded();
        Assert.That((await app.LettersOf($"/applications/{letter["applicationId"]}", office)).Count, Is.EqualTo(1));
        (await other.Get(path)).Refused(404, "not-found");
        (await other.Get(path + "/document")).Refused(404, "not-found");
        (await other.Get($"/applications/{letter["applicationId"]}/letters")).Refused(404, "not-found");
        (await office.Post(path + "/dispatch", new { channel = "post", on = app.Today() }, dispatched.ETag)).Refused(403, "forbidden");
    }

    [Test]
    public async Task Who_reviews_an_application_does_not_see_its_letters_in_the_role_of_another_office()
    {
        var submitted = await Submitted("LETTERS-12");
        (await app.As("caseworker-1").Post(submitted.Path() + "/return",
            new { points = new[] { new { pointer = "/title", text = "x" } } }, submitted.ETag)).Succeeded();
        (await app.Dispatch(await app.LetterOf(submitted.Path()), "post")).Succeeded();
        var returned = (await app.Applicant(Bottrop).Get(submitted.Path())).Succeeded();
        var again = (await app.Applicant(Bottrop).Post(submitted.Path() + "/submit", ifMatch: returned.ETag)).Succeeded();
        (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", Sample.Passed, again.ETag)).Succeeded();
        var both = app.Person("both-roles", ["reviewer", "applicant"], Gelsenkirchen);
        var assigned = (await app.As("caseworker-1").Post(submitted.Path() + "/reviews", new { subject = "both-roles" })).Succeeded();
        (await both.Post($"/reviews/{assigned["id"]}/declare", new { conflict = false }, assigned.ETag)).Succeeded();

        (await both.Get(submitted.Path())).Succeeded();
        (await both.Get(submitted.Path() + "/letters")).Refused(404, "not-found");
    }
}
