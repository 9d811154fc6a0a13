using Auridis.Grants.BrowserTests.Pages;
using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests;

/// <summary>What a tester does first: open Swagger UI, sign in, and call an operation.</summary>
[TestFixture]
public sealed class SwaggerUiTests
{
    GrantsServer server = null!;
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Chromium.RequirePath();
        server = await GrantsServer.Start();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (server is not null)
            await server.DisposeAsync();
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task A_caseworker_signs_in_and_sees_the_programme()
    {
        var page = await NewPage();
        var swagger = await SwaggerPage.Open(page, server.Url);

        await swagger.SignInAs("caseworker-1");
        var (status, body) = await swagger.TryOut("Programmes", "listProgrammes");

        Assert.That(status, Does.StartWith("200"));
        Assert.That(body, Does.Contain("\"code\": \"2018-A\""));
    }

    /// <summary>On a laptop's screen: a dialog that has scrolled itself to another way to sign in hides the one that is meant.</summary>
    [Test]
    [CancelAfter(300_000)]
    public async Task The_dialog_opens_with_the_sign_in_of_a_person()
    {
        var page = await NewPage(height: 720);
        var dialog = await (await SwaggerPage.Open(page, server.Url)).OpenSignIn();
        var ways = dialog.Locator("h4");

        // Visible is more than on the page: in the viewport, and not scrolled away in the dialog.
        await Assertions.Expect(ways.Nth(0)).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(dialog.Locator(".auth-container").First.Locator("button.authorize"))
            .ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.That((await ways.AllInnerTextsAsync()).Select(way => way.Split('(')[0].Trim()), Is.EqualTo(["person", "bearer", "machine"]));
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task Nobody_reads_without_signing_in()
    {
        var swagger = await SwaggerPage.Open(await NewPage(), server.Url);

        var (status, body) = await swagger.TryOut("Programmes", "listProgrammes");

        Assert.That(status, Does.StartWith("401"));
        Assert.That(body, Does.Contain("unauthenticated"));
    }

    async Task<IPage> NewPage(int height = 1600)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new() { Width = 1280, Height = height } });
        page.SetDefaultTimeout(100_000);
        Assertions.SetDefaultExpectTimeout(100_000);
        return page;
    }
}
