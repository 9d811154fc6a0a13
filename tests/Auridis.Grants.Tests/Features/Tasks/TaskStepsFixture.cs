using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Tasks;

/// <summary>
/// For each kind and for everybody: a task is shown exactly where its step is not refused for who takes it. The step is asked for with a
/// version that is none, which is refused only after all that depends on the person, and changes nothing.
/// </summary>
public abstract class TaskStepsFixture(DatabaseKind kind) : ApiTests(kind)
{
    private protected const string Bottrop = "05512000";

    private protected const string Gelsenkirchen = "05513000";

    const string NoVersion = "\"9999\"";

    /// <summary>What is answered to a person who may take the step, or may once they have declared their conflicts of interest.</summary>
    static readonly string[] MayTakeIt =
        ["stale-version", "reviewer-assigned", "conflict-undeclared", "bank-account-unknown", "keeps-out-of-range", "deferral-too-short"];

    /// <summary>What is answered to a person who may not, as they are or after what they have done.</summary>
    static readonly string[] MayNotTakeIt =
        ["forbidden", "not-found", "four-eyes", "decider-conflicted", "person-required"];

    static readonly string[] Demo =
    [
        "caseworker-1", "caseworker-2", "reviewer-1", "reviewer-2", "decider-1", "decider-2", "finance-1", "finance-2", "treasury-1",
        "treasury-2", "accounting-1", "funder-1", "auditor-1", "admin-1", "applicant-" + Bottrop, "applicant-" + Gelsenkirchen,
    ];

    /// <summary>Roles of one person that seldom meet.</summary>
    private protected static readonly string[] Funding = [Role.Caseworker, Role.Reviewer, Role.Decider, Role.Finance];

    private protected static string Key => Payments.Key;

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-10-15");

    /// <param name="resource">What waits.</param>
    /// <param name="step">The path of what is to be done.</param>
    /// <param name="office">The office that it is of, or whose application is decided on.</param>
    /// <param name="nobody">Nobody may take the step.</param>
    private protected async Task Agrees(
        string kind, string programme, string resource, string step, object? body = null, string office = Bottrop, bool nobody = false)
    {
        List<string> shown = [], taken = [];
        foreach (var (name, person) in await Everybody(programme, office))
        {
            if ((await Tasks(person, kind)).Contains(resource))
                shown.Add(name);
            var answer = await person.Post(step, body, NoVersion, key: Payments.Key);
            Assert.That(answer.Code, Is.AnyOf([.. MayTakeIt, .. MayNotTakeIt]), name);
            if (MayTakeIt.Contains(answer.Code, StringComparer.Ordinal))
                taken.Add(name);
        }

        Assert.That(shown, Is.EqualTo(taken), kind);
        Assert.That(taken, nobody ? Is.Empty : Is.Not.Empty, kind);
    }

    /// <summary>The demo persons, persons with roles that seldom meet, with and without a conflict of interest, and machines.</summary>
    async Task<List<(string Name, GrantsClient Person)>> Everybody(string programme, string office)
    {
        var conflicted = app.Person("conflicted", Funding);
        await conflicted.Declares(programme, office);
        var conflictedCashier = app.Person("conflicted-cashier", [Role.Treasury, Role.Decider]);
        await conflictedCashier.Declares(programme, office);
        return
        [
            .. Demo.Select(name => (name, app.As(name))),
            ("applicant of it", app.Applicant(office)),
            ("conflicted", conflicted),
            ("conflicted, of the treasury", conflictedCashier),
            ("of many roles", app.Person("many", Funding)),
            ("author, now a caseworker", app.Person("author", Funding)),
            ("treasurer, now in finance", app.Person("treasurer", Funding)),
            ("of the treasury and the office", app.Person("cashier", [Role.Treasury], office)),
            ("releaser, now of the treasury too", app.With(Tokens.Of(app, "finance-2", Role.Treasury))),
            ("reviewer, now of the office", app.Person("colleague", [Role.Reviewer], office)),
            ("of the office and the funding side", app.Person("both", [Role.Applicant, .. Funding], office)),
            ("of another office and the funding side", app.Person("neighbour", [Role.Applicant, .. Funding], Gelsenkirchen)),
            .. Role.All.Select(role => ("machine of " + role, app.With(
                app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(new DemoMachine("machine", "", [role]))))),
        ];
    }

    private protected static async Task<List<string>> Tasks(GrantsClient person, string kind) =>
    [
        .. (await person.Get("/tasks?limit=200&kind=" + kind)).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(task => task.GetProperty("resource").GetString()!),
    ];
}
