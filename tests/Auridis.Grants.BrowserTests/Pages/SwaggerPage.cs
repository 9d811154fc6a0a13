using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests.Pages;

/// <summary>Swagger UI.</summary>
sealed class SwaggerPage(IPage page)
{
    public static async Task<SwaggerPage> Open(IPage page, string url)
    {
        await page.GotoAsync(url + "/swagger/index.html");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Auridis.Grants" }).First.WaitForAsync();
        return new SwaggerPage(page);
    }

    /// <summary>Goes through Authorize, the page of the built-in issuer, and back.</summary>
    public async Task SignInAs(string person)
    {
        var dialog = await OpenSignIn();
        var popup = await page.RunAndWaitForPopupAsync(() =>
            dialog.Locator(".auth-container", new() { HasText = "authorizationCode" }).Locator("button.authorize").ClickAsync());
        await new SignInPage(popup).Choose(person);
        await dialog.Locator("button", new() { HasText = "Logout" }).First.WaitForAsync();
        await dialog.Locator(".btn-done").First.ClickAsync();
    }

    /// <summary>Presses Authorize; the dialog with the ways to sign in.</summary>
    public async Task<ILocator> OpenSignIn()
    {
        await page.Locator(".auth-wrapper .authorize").ClickAsync();
        return page.Locator(".dialog-ux");
    }

    /// <summary>Opens an operation, tries it out, and reads the answer.</summary>
    public async Task<(string Status, string Body)> TryOut(string tag, string operation)
    {
        await page.Locator($"h3[data-tag='{tag}']").ClickAsync();
        var block = page.Locator($"[id$='-{operation}']");
        await block.Locator(".opblock-summary-control").ClickAsync();
        await block.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await block.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();
        var answer = block.Locator(".live-responses-table .response");
        await answer.WaitForAsync();
        return (await answer.Locator(".response-col_status").First.InnerTextAsync(),
            await answer.Locator(".highlight-code").First.InnerTextAsync());
    }
}
