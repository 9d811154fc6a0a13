using System.Net.Http.Headers;
using Auridis.Grants.Api.Features.ProblemPages;

namespace Auridis.Grants.Tests.Features.ProblemPages;

[TestFixture]
public sealed class ProblemCatalogueTests() : ApiTests(DatabaseKind.Sqlite)
{
    [Test]
    public void Every_code_is_unique_and_kebab_case()
    {
        var codes = ProblemCatalogue.Declared().Select(type => type.Code).ToList();
        Assert.That(codes, Is.Unique);
        Assert.That(codes, Is.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
    }

    [Test]
    public void Every_problem_speaks_both_languages_with_the_same_figures() => Assert.Multiple(() =>
    {
        foreach (var type in ProblemCatalogue.Declared())
        {
            Assert.That(type.Status, Is.InRange(400, 599), type.Code);
            string[] texts = [type.Title.En, type.Title.De, type.Detail.En, type.Detail.De];
            Assert.That(texts, Has.None.Matches<string>(string.IsNullOrWhiteSpace), type.Code);
            Assert.That(type.Title.De, Is.Not.EqualTo(type.Title.En), type.Code);
            Assert.That(type.Detail.De, Is.Not.EqualTo(type.Detail.En), type.Code);
            Assert.That(
                ProblemDescription.FiguresOf(type.Detail.De), Is.EquivalentTo(ProblemDescription.FiguresOf(type.Detail.En)), type.Code);
            Assert.That(ProblemDescription.FiguresOf(type.Detail.En), Is.All.Match("^[a-z][A-Za-z]*$"), type.Code);
        }
    });

    [Test]
    public async Task The_type_of_an_answer_resolves_to_its_documentation()
    {
        var refused = (await app.As("caseworker-1").Get($"/programmes/{Guid.Empty}")).Refused(404, "not-found");

        var page = (await app.With(null).Get(refused["type"])).Succeeded();
        Assert.That((page["code"], page["status"], page["type"]), Is.EqualTo(("not-found", "404", refused["type"])));
        Assert.That(page.Json.GetProperty("operations").EnumerateArray().Select(item => item.GetString()),
            Does.Contain("GET /programmes/{id}"));
    }

    [Test]
    public async Task A_problem_names_its_operations_as_the_document_does()
    {
        var document = (await app.With(null).Get("/swagger/v1/swagger.json")).Succeeded().Json;
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject(),
            (path, operation) => $"{operation.Name.ToUpperInvariant()} {path.Name}");

        var named = (await app.With(null).Get("/problems")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .SelectMany(problem => problem.GetProperty("operations").EnumerateArray().Select(operation => operation.GetString()!))
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.That(named, Has.Count.GreaterThan(50).And.SubsetOf(operations));
    }

    [Test]
    public async Task The_catalogue_lists_all_problems_in_the_language_of_the_request()
    {
        var items = (await app.With(null).Get("/problems", language: "de")).Succeeded().Json.GetProperty("items").EnumerateArray().ToList();

        Assert.That(items, Has.Count.EqualTo(ProblemCatalogue.Declared().Count()));
        var stale = items.Single(item => item.GetProperty("code").GetString() == "stale-version");
        Assert.That(stale.GetProperty("title").GetString(), Is.EqualTo("Veraltete Fassung"));
        Assert.That(stale.GetProperty("figures").EnumerateArray().Select(figure => figure.GetString()),
            Is.EqualTo(["actualVersion", "expectedVersion"]));
    }

    [TestCase("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html")]
    [TestCase("text/*", "text/html")]
    [TestCase("text/html;q=0.5, application/json", "application/json")]
    [TestCase("application/json", "application/json")]
    [TestCase("application/*", "application/json")]
    [TestCase("*/*", "application/json")]
    [TestCase(null, "application/json")]
    public async Task A_browser_gets_a_page_and_a_program_json(string? accept, string mediaType)
    {
        foreach (var path in new[] { "/problems", "/problems/stale-version" })
        {
            using var answer = await Ask(path, accept);

            Assert.That(answer.Content.Headers.ContentType, Is.EqualTo(MediaTypeHeaderValue.Parse($"{mediaType}; charset=utf-8")), path);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Stale version"), path);
            Assert.That(answer.Headers.Vary, Is.SupersetOf(["Accept", "Accept-Language"]), path);
        }
    }

    [TestCase("en", "All problems")]
    [TestCase("de", "Alle Probleme")]
    public async Task A_page_is_in_the_language_of_the_request_and_loads_nothing(string language, string link)
    {
        using var answer = await Ask("/problems/four-eyes", "text/html", language);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That(answer.Content.Headers.ContentLanguage, Is.EqualTo([language]));
        Assert.That(page, Does.Contain($"<html lang=\"{language}\">").And.Contain(link).And.Contain("<var>{earlier}</var>"));
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain("src=").And.Not.Contain("javascript:"));
        Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Match("^default-src 'none'; style-src 'sha256-[^']+'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$"));
    }

    [Test]
    public async Task The_page_of_all_problems_leads_to_each()
    {
        using var answer = await Ask("/problems", "text/html");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That(ProblemCatalogue.All.Select(kind => kind.Code), Has.All.Matches<string>(code =>
            page.Contains($"<a href=\"problems/{code}\">{code}</a>", StringComparison.Ordinal)));
    }

    [Test]
    public async Task An_unknown_code_is_not_found() => (await app.With(null).Get("/problems/no-such-code")).Refused(404, "not-found");

    async Task<HttpResponseMessage> Ask(string path, string? accept, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await app.With(null).Http.SendAsync(request);
    }
}
