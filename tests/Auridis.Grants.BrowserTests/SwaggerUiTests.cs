using Microsoft.Playwright;

namespace Auridis.Grants.BrowserTests;

/// <summary>What a tester does first: open Swagger UI, sign in, and call an operation.</summary>
[TestFixture]
public sealed class SwaggerUiTests : BrowserTests
{
    [Test]
    public async Task A_caseworker_signs_in_and_sees_the_programme()
    {
        var swagger = await OpenSwagger();

        await swagger.SignInAs("caseworker-1");
        await Assertions.Expect(swagger.SignedIn).ToHaveTextAsync("Signed in as Caseworker 1");
        var (status, body) = await (await swagger.Open("listProgrammes")).Send();

        Assert.That(status, Is.EqualTo(200));
        Assert.That(body, Does.Contain("\"code\": \"2018-A\""));
    }

    [Test]
    public async Task The_export_job_signs_in_with_what_the_dialog_is_filled_in_with()
    {
        var swagger = await OpenSwagger();

        await swagger.SignInAsMachine();
        await Assertions.Expect(swagger.SignedIn).ToHaveTextAsync("Signed in as export-job");
        var (status, _) = await (await swagger.Open("listExportRuns")).Send();

        Assert.That(status, Is.EqualTo(200));
    }

    /// <summary>On a laptop's screen: a dialog that has scrolled itself to another way to sign in hides the one that is meant.</summary>
    [Test]
    public async Task The_dialog_opens_with_the_sign_in_of_a_person()
    {
        var dialog = await (await OpenSwagger(height: 720)).OpenSignIn();
        var ways = dialog.Locator("h4");

        // Visible is more than on the page: in the viewport, and not scrolled away in the dialog.
        await Assertions.Expect(ways.Nth(0)).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(dialog.Locator(".auth-container").First.Locator("button.authorize"))
            .ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.That((await ways.AllInnerTextsAsync()).Select(way => way.Split('(')[0].Trim()), Is.EqualTo(["person", "bearer", "machine"]));
    }

    [Test]
    public async Task Nobody_reads_without_signing_in()
    {
        var swagger = await OpenSwagger();
        await Assertions.Expect(swagger.SignedIn).ToHaveTextAsync("Not signed in");

        var (status, body) = await (await swagger.Open("listProgrammes")).Send();

        Assert.That(status, Is.EqualTo(401));
        Assert.That(body, Does.Contain("unauthenticated"));
    }

    [Test]
    public async Task All_groups_stand_on_the_first_screen()
    {
        var swagger = await OpenSwagger(height: 1000);

        await Assertions.Expect(swagger.Groups.First).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(swagger.Groups.Last).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Test]
    public async Task Authorize_stays_in_sight()
    {
        var swagger = await OpenSwagger(height: 600);
        await swagger.Open("publishSelection");

        await swagger.Page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");

        await Assertions.Expect(swagger.Authorize).ToBeInViewportAsync(new() { Ratio = 1 });
        await Assertions.Expect(swagger.SignedIn).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Test]
    public async Task The_problems_of_an_operation_are_folded_and_open_with_the_keyboard()
    {
        var operation = await (await OpenSwagger()).Open("publishSelection");
        var limits = operation.Problems.Filter(new() { HasText = "budget-exhausted" });
        Assert.That((await operation.Locator.BoundingBoxAsync())!.Height, Is.LessThan(1800));
        await Assertions.Expect(limits).ToHaveAttributeAsync("aria-expanded", "false");

        await limits.FocusAsync();
        await limits.PressAsync("Enter");

        await Assertions.Expect(limits).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(operation.Locator.Locator("tr[data-code='409']").Last)
            .ToContainTextAsync("budget-exhausted: Not enough money left");
    }

    [Test]
    public async Task The_licence_is_the_one_of_the_repository()
    {
        var swagger = await OpenSwagger();

        await swagger.Page.GetByRole(AriaRole.Link, new() { NameString = "Licence" }).ClickAsync();

        await Assertions.Expect(swagger.Page.Locator("body")).ToContainTextAsync("No licence is granted.");
    }

    /// <summary>
    /// What the page holds, and not how long it took: the time is that of the machine, and triples beside other work. A page that draws an
    /// operation before its group is opened has far more nodes.
    /// </summary>
    [Test]
    public async Task The_groups_stand_before_an_operation_is_drawn()
    {
        var swagger = await OpenSwagger();
        var devTools = await swagger.Page.Context.NewCDPSessionAsync(swagger.Page);
        await devTools.SendAsync("Performance.enable");
        await devTools.SendAsync("HeapProfiler.collectGarbage");

        var metrics = (await devTools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble(),
                StringComparer.Ordinal);
        var megabytes = metrics["JSHeapUsedSize"] / (1 << 20);
        await TestContext.Out.WriteLineAsync($"{metrics["Nodes"]} nodes, {megabytes:0} MB");

        Assert.Multiple(() =>
        {
            Assert.That(metrics["Nodes"], Is.LessThan(2_000));
            Assert.That(megabytes, Is.LessThan(60));
        });
    }
}
