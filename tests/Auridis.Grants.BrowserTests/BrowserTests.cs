using Auridis.Grants.BrowserTests.Pages;
using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests;

/// <summary>A server and a browser for all tests of a fixture; a page of its own for each.</summary>
[CancelAfter(300_000)]
public abstract class BrowserTests
{
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    private protected GrantsServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        Chromium.RequirePath();
        Server = await GrantsServer.Start();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (Server is not null)
            await Server.DisposeAsync();
    }

    private protected async Task<IPage> NewPage(int width = 1280, int height = 1000, string language = "en")
    {
        var page = await browser.NewPageAsync(
            new BrowserNewPageOptions { ViewportSize = new() { Width = width, Height = height }, Locale = language });
        page.SetDefaultTimeout(250_000);
        Assertions.SetDefaultExpectTimeout(250_000);
        return page;
    }

    private protected async Task<SwaggerPage> OpenSwagger(int height = 1000) =>
        await SwaggerPage.Open(await NewPage(height: height), Server.Url);
}
