using Auridis.Grants.BrowserTests.Pages;

namespace Auridis.Grants.BrowserTests;

/// <summary>
/// A part of a round, played in Swagger UI: nothing is typed but the days that the clock is moved to. What is sent is what the fields are
/// filled with: the examples, and what earlier answers have told.
/// </summary>
public abstract class Round : BrowserTests
{
    private protected const string Site = "05512000";
    private protected const string Declining = "05513000";
    private protected const string Waiting = "05515000";

    /// <summary>The groups of operations that a call is made with, up to the letters that tell what was decided.</summary>
    static readonly string[] Call =
    [
        "Programmes", "Youth offices", "Applications", "Reviews", "Selections", "Letters", "Notes", "Tasks", "Problems", "Clock", "Health",
    ];

    /// <summary>Operations of these groups that come when the awards are settled.</summary>
    static readonly string[] Closing = ["completeProgramme"];

    /// <summary>
    /// Receipts are asked for where a programme wants totals of lines, and the one that is played wants receipts; late use names a payment
    /// that was booked months ago, and the page goes on with the payment that it saw last.
    /// </summary>
    static readonly string[] NotPlayed = ["sampleReceipts", "proposeLateUseInterest"];

    readonly HashSet<string> played = new(StringComparer.Ordinal);
    SwaggerPage swagger = null!;

    [SetUp]
    public async Task OpenPage() => swagger = await OpenSwagger();

    private protected Task IsEverythingOfTheCall() => IsEverything(IsOfCall);

    private protected Task IsEverythingAfterTheCall() => IsEverything(operation => !IsOfCall(operation));

    bool IsOfCall(string operation) =>
        Call.Contains(swagger.GroupOf(operation), StringComparer.Ordinal) && !Closing.Contains(operation, StringComparer.Ordinal);

    async Task IsEverything(Func<string, bool> isAsked)
    {
        var operations = swagger.Operations.Where(isAsked).Except(NotPlayed, StringComparer.Ordinal).ToList();
        await TestContext.Out.WriteLineAsync($"{operations.Count(played.Contains)} of {operations.Count} worked as they were filled in");
        Assert.That(operations, Is.Not.Empty);
        Assert.That(operations, Is.SubsetOf(played));
    }

    private protected async Task As(string person, params string[] operations)
    {
        await swagger.SignInAs(person);
        await Play(operations);
    }

    private protected async Task Play(params string[] operations)
    {
        foreach (var name in operations)
        {
            var operation = await swagger.Open(name);
            await operation.ChooseFile();
            var (status, text) = await operation.Send();
            Assert.That(status, Is.InRange(200, 299), $"{name}: {text}");
            await operation.Close();
            played.Add(name);
        }
    }

    /// <summary>The one thing that is typed; whoever is signed in may.</summary>
    private protected async Task MoveClockTo(string day)
    {
        var operation = await swagger.Open("setClock");
        await operation.Body.FillAsync($$"""{ "now": "{{day}}T08:00:00Z" }""");
        Assert.That((await operation.Send()).Status, Is.EqualTo(200));
        await operation.Close();
    }
}
