using System.Text.Json;
using System.Text.RegularExpressions;
using Auridis.Grants.Api;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Programmes;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests;

/// <summary>The pages of this program keep to the rules of WCAG 2.2 that a machine can check, and fit a narrow screen.</summary>
[TestFixture]
public sealed class AccessibilityTests : BrowserTests
{
    const string SignIn = "/development/authorize?response_type=code&client_id=swagger-ui&state=s"
        + "&code_challenge=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU&code_challenge_method=S256"
        + "&redirect_uri=http%3A%2F%2Flocalhost%3A8765%2Fcallback";

    /// <summary>
    /// Swagger UI puts a link into the button that opens an operation, and gives scrolling examples no focus (browsers do by now). The rest
    /// of an open operation is held to the rules.
    /// </summary>
    static readonly string[] OfSwaggerUi = ["nested-interactive", "scrollable-region-focusable"];

    const string Applicant = "applicant-05512000";

    /// <summary>An office of one award.</summary>
    const string Contracting = "05911000";

    [TestCase(SignIn, "en")]
    [TestCase("/development/authorize", "en")]
    [TestCase("/problems", "en")]
    [TestCase("/problems", "de")]
    [TestCase("/problems/stale-version", "en")]
    [TestCase("/problems/stale-version", "de")]
    [TestCase("/swagger/index.html", "en")]
    public async Task A_page_has_no_barrier(string path, string language)
    {
        var page = await NewPage(width: 320, height: 800, language: language);
        await Open(page, path);

        Assert.That(await Barriers(page), Is.Empty);
    }

    [TestCase(SignIn)]
    [TestCase("/problems")]
    [TestCase("/problems/stale-version")]
    [TestCase("/swagger/index.html")]
    public async Task A_narrow_screen_need_not_be_scrolled_sideways(string path)
    {
        var page = await NewPage(width: 320, height: 800);
        await Open(page, path);

        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(320));
    }

    [Test]
    public async Task A_printed_application_has_no_barrier_and_fits_a_narrow_screen()
    {
        using var backstage = new Backstage(Server.Url);
        var submitted = await Submitted(backstage, "PRINT");
        var page = await NarrowPage(backstage, Applicant);

        await Open(page, $"/applications/{submitted.GetProperty("id")}/versions/1/print");

        await HasNoBarrierAndFits(page);
    }

    [Test]
    public async Task A_letter_has_no_barrier_and_fits_a_narrow_screen()
    {
        using var backstage = new Backstage(Server.Url);
        var submitted = await Submitted(backstage, "LETTER");
        var path = $"/applications/{submitted.GetProperty("id")}";
        await backstage.Post("caseworker-1", path + "/return", new
        {
            points = new[] { new { pointer = "/financePlan/lines/0/amount", text = "Bitte leiten Sie die Personalkosten her." } },
        }, submitted);
        var letter = await backstage.Only("caseworker-1", path + "/letters");
        var page = await NarrowPage(backstage, "caseworker-1");

        await Open(page, $"/letters/{letter.GetProperty("id")}/document");

        await HasNoBarrierAndFits(page);
    }

    /// <summary>Of a contract, whose award is active as soon as both have signed. The clock of the other tests moves by a day.</summary>
    [Test]
    public async Task A_printed_report_has_no_barrier_and_fits_a_narrow_screen()
    {
        using var backstage = new Backstage(Server.Url);
        await backstage.MakeContract(Contracting, new DateOnly(2018, 10, 1), closes: () =>
            backstage.Put("admin-1", "/clock", new { now = "2018-10-02T08:00:00Z" }));
        var (office, award) = ("applicant-" + Contracting, await backstage.Only("applicant-" + Contracting, "/awards"));
        await backstage.Post("decider-1", $"/awards/{award.GetProperty("id")}/countersign", null, award);
        var report = await backstage.Only(office, "/spending-reports");
        var path = $"/spending-reports/{report.GetProperty("id")}";
        await backstage.Put(office, path, new
        {
            narrative = "Wir haben uns getroffen.\n\nWir haben gearbeitet.",
            ownFunds = new Money(1_234_567_89),
            thirdPartyIncome = new Money(0),
        }, report);
        var page = await NarrowPage(backstage, "finance-1");

        await Open(page, path + "/print");

        await HasNoBarrierAndFits(page);
    }

    [Test]
    public async Task An_open_operation_has_no_barrier()
    {
        var swagger = await OpenSwagger();
        await swagger.Open("publishSelection");
        // Scrolled, the bar that stays in sight covers the half of something by chance.
        await swagger.Page.EvaluateAsync("window.scrollTo(0, 0)");

        Assert.That(await Barriers(swagger.Page, OfSwaggerUi), Is.Empty);
    }

    /// <summary>With the keyboard alone: the first button that takes the focus is a person, and Enter signs in.</summary>
    [Test]
    public async Task A_person_is_chosen_with_the_keyboard()
    {
        var back = Server.Url + "/swagger/oauth2-redirect.html";
        var page = await NewPage();
        await Open(page, SignIn.Replace(Uri.EscapeDataString("http://localhost:8765/callback"), Uri.EscapeDataString(back),
            StringComparison.Ordinal));

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Caseworker 1" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page).ToHaveURLAsync(
            new Regex("^" + Regex.Escape(back + "?code="), RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    /// <summary>An application that was submitted, in a programme of its own.</summary>
    static async Task<JsonElement> Submitted(Backstage backstage, string code)
    {
        var programme = await backstage.Post("caseworker-1", "/programmes", new CreateProgramme.Request(code, ReferenceData.PressRelease));
        var path = $"/programmes/{programme.GetProperty("id")}";
        await backstage.Post("caseworker-1", path + "/open", null, programme);
        var draft = await backstage.Post(Applicant, path + "/applications", new CreateApplication.Request(ApplicationExamples.Content));
        return await backstage.Post(Applicant, $"/applications/{draft.GetProperty("id")}/submit", null, draft);
    }

    /// <summary>A narrow page of somebody who is signed in.</summary>
    async Task<IPage> NarrowPage(Backstage backstage, string person)
    {
        var page = await NewPage(width: 320, height: 800);
        await page.SetExtraHTTPHeadersAsync([new("Authorization", "Bearer " + await backstage.Token(person))]);
        return page;
    }

    static async Task HasNoBarrierAndFits(IPage page)
    {
        Assert.That(await Barriers(page), Is.Empty);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(320));
    }

    async Task Open(IPage page, string path)
    {
        await page.GotoAsync(Server.Url + path);
        await page.Locator("h1").First.WaitForAsync();
        if (path.StartsWith("/swagger", StringComparison.Ordinal))
            await page.Locator("h3[data-tag]").First.WaitForAsync();
    }

    static async Task<IEnumerable<string>> Barriers(IPage page, params string[] except)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            Rules = except.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = false }, StringComparer.Ordinal),
        });
        return found.Violations.SelectMany(rule => rule.Nodes, (rule, node) => $"{rule.Id}: {rule.Help}: {node.Html}");
    }
}
