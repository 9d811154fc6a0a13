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
    [CancelAfter(60_000)]
    public async Task A_caseworker_signs_in_and_sees_the_programme()
    {
        var page = await NewPage();
        var swagger = await SwaggerPage.Open(page, server.Url);

        await swagger.SignInAs("caseworker-1");
        var (status, body) = await swagger.TryOut("Programmes", "listProgrammes");

        Assert.That(status, Does.StartWith("200"));
        Assert.That(body, Does.Contain("\"code\": \"2018-A\""));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Nobody_reads_without_signing_in()
    {
        var swagger = await SwaggerPage.Open(await NewPage(), server.Url);

        var (status, body) = await swagger.TryOut("Programmes", "listProgrammes");

        Assert.That(status, Does.StartWith("401"));
        Assert.That(body, Does.Contain("unauthenticated"));
    }

    async Task<IPage> NewPage()
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new() { Width = 1280, Height = 1600 } });
        page.SetDefaultTimeout(20_000);
        return page;
    }
}
