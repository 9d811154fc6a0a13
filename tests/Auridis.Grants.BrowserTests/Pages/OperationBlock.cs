using System.Globalization;
using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests.Pages;

/// <summary>An operation in Swagger UI.</summary>
sealed class OperationBlock(ILocator block)
{
    static readonly FilePayload Document = new()
    {
        Name = "Beschluss.pdf",
        MimeType = "application/pdf",
        Buffer = "%PDF-1.7\n%%EOF\n"u8.ToArray(),
    };

    public ILocator Locator => block;

    public ILocator Body => block.Locator(".body-param__text");

    /// <summary>Chooses a file, where the operation takes one: the one thing that no page can fill in.</summary>
    public async Task ChooseFile()
    {
        var file = block.Locator("input[type='file']");
        if (await file.CountAsync() > 0)
            await file.SetInputFilesAsync(Document);
    }

    /// <summary>The lines of the problems that it can answer.</summary>
    public ILocator Problems => block.Locator("tr.folded button");

    public ILocator Field(string parameter) => block.Locator($"tr[data-param-name='{parameter}'] input");

    public async Task Open()
    {
        if (await Execute.CountAsync() == 0)
            await block.Locator(".opblock-summary-control").ClickAsync();
        await Execute.WaitForAsync();
    }

    public Task Close() => block.Locator(".opblock-summary-control").ClickAsync();

    /// <summary>Sends what the fields hold, and reads the answer.</summary>
    public async Task<(int Status, string Text)> Send()
    {
        var clear = block.GetByRole(AriaRole.Button, new() { Name = "Clear", Exact = true });
        if (await clear.CountAsync() > 0)
            await clear.ClickAsync();
        await Execute.ClickAsync();
        var answer = block.Locator(".live-responses-table tbody tr").First;
        await answer.Or(block.Locator(".validation-errors li").First).First.WaitForAsync();
        if (await answer.CountAsync() == 0)
            return (0, await block.Locator(".validation-errors").InnerTextAsync());
        var status = await answer.Locator(".response-col_status").InnerTextAsync();
        return (int.Parse(status.Split('\n')[0], CultureInfo.InvariantCulture),
            await answer.Locator(".response-col_description").InnerTextAsync());
    }

    ILocator Execute => block.GetByRole(AriaRole.Button, new() { Name = "Execute" });
}
