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
    public async Task An_open_operation_has_no_barrier()
    {
        var swagger = await OpenSwagger();
        await swagger.Open("publishSelection");

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

        await page.WaitForURLAsync(url => url.StartsWith(back + "?code=", StringComparison.Ordinal));
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
