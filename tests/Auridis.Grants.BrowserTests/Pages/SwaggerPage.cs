using System.Text.Json;
using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests.Pages;

/// <summary>Swagger UI.</summary>
sealed class SwaggerPage(IPage page, IReadOnlyDictionary<string, string> tags)
{
    public IPage Page => page;

    /// <summary>The groups of operations.</summary>
    public ILocator Groups => page.Locator("h3[data-tag]");

    /// <summary>The button that opens the ways to sign in.</summary>
    public ILocator Authorize => page.Locator(".auth-wrapper .authorize");

    /// <summary>Who is signed in.</summary>
    public ILocator SignedIn => page.Locator(".signed-in");

    /// <summary>All operations of the document.</summary>
    public IEnumerable<string> Operations => tags.Keys;

    public string GroupOf(string operation) => tags[operation];

    public static async Task<SwaggerPage> Open(IPage page, string url)
    {
        var document = await page.RunAndWaitForResponseAsync(
            () => page.GotoAsync(url + "/swagger/index.html"),
            response => response.Url.EndsWith("/swagger.json", StringComparison.Ordinal));
        var swagger = new SwaggerPage(page, TagsIn((await document.JsonAsync())!.Value));
        await swagger.Groups.First.WaitForAsync();
        return swagger;
    }

    /// <summary>Goes through Authorize, the page of the built-in issuer, and back; somebody else is signed out first.</summary>
    public async Task SignInAs(string person)
    {
        var dialog = await OpenSignIn();
        await SignOut(dialog);
        var popup = await page.RunAndWaitForPopupAsync(() =>
            dialog.Locator(".auth-container", new() { HasText = "authorizationCode" }).Locator("button.authorize").ClickAsync());
        await new SignInPage(popup).Choose(person);
        await Close(dialog);
    }

    /// <summary>Signs in as the machine, with what the dialog is filled in with.</summary>
    public async Task SignInAsMachine()
    {
        var dialog = await OpenSignIn();
        await SignOut(dialog);
        await dialog.Locator(".auth-container", new() { HasText = "clientCredentials" }).Locator("button.authorize").ClickAsync();
        await Close(dialog);
    }

    /// <summary>Presses Authorize; the dialog with the ways to sign in.</summary>
    public async Task<ILocator> OpenSignIn()
    {
        await Authorize.ClickAsync();
        return page.Locator(".dialog-ux");
    }

    /// <summary>
    /// Opens an operation, and closes the group that was open: from 150 lines on, Swagger UI keeps only those in the page that are in
    /// sight.
    /// </summary>
    public async Task<OperationBlock> Open(string operation)
    {
        var group = page.Locator($"h3[data-tag='{GroupOf(operation)}']");
        if (await group.GetAttributeAsync("data-is-open") != "true")
        {
            foreach (var other in await page.Locator("h3[data-is-open='true']").AllAsync())
                await Toggle(other);
            await Toggle(group);
        }
        var block = new OperationBlock(page.Locator($"[id$='-{operation}']"));
        await block.Open();
        return block;
    }

    /// <summary>
    /// One event: a mouse has two halves, and where the page is drawn anew between them, as after a sign-in, the click is lost.
    /// </summary>
    static Task Toggle(ILocator group) => group.DispatchEventAsync("click");

    /// <summary>The group of each operation.</summary>
    static Dictionary<string, string> TagsIn(JsonElement document) => document.GetProperty("paths").EnumerateObject()
        .SelectMany(path => path.Value.EnumerateObject())
        .ToDictionary(
            operation => operation.Value.GetProperty("operationId").GetString()!,
            operation => operation.Value.GetProperty("tags")[0].GetString()!,
            StringComparer.Ordinal);

    static async Task SignOut(ILocator dialog)
    {
        var signedIn = dialog.GetByRole(AriaRole.Button, new() { Name = "Remove authorization" });
        if (await signedIn.CountAsync() > 0)
            await signedIn.First.ClickAsync();
    }

    static async Task Close(ILocator dialog)
    {
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Remove authorization" }).First.WaitForAsync();
        await dialog.Locator(".btn-done").First.ClickAsync();
    }
}
