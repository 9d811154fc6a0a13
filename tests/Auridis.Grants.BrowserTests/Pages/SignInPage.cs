using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests.Pages;

/// <summary>The page of the built-in issuer, in the window that Swagger UI opens.</summary>
sealed class SignInPage(IPage page)
{
    /// <summary>Presses the person's button; the window closes by itself.</summary>
    public Task Choose(string person) => page.GetByRole(AriaRole.Button, new() { Name = person }).ClickAsync();
}
