using System.Text.Json;
using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.Tasks;

/// <summary>What waits for whom: a task stands where the step stands, and nowhere else.</summary>
public sealed class TaskTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    const string Gelsenkirchen = "05513000";

    static readonly string[] Everybody =
    [
        "caseworker-1", "caseworker-2", "reviewer-1", "reviewer-2", "decider-1", "decider-2", "finance-1", "finance-2", "accounting-1",
        "funder-1", "auditor-1", "admin-1", "applicant-" + Bottrop, "applicant-" + Gelsenkirchen,
    ];

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-10-15");

    [Test]
    public async Task A_submitted_application_waits_for_a_caseworker_and_a_returned_one_for_its_office()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("TASK-CHECK"), Bottrop);
        var reference = submitted["reference"];
        Assert.That(await Who("application-to-check", reference), Is.EqualTo(["caseworker-1", "caseworker-2"]));
        var task = (await Of("caseworker-1", "?kind=application-to-check")).Single(item => Text(item, "reference") == reference);
        Assert.That((Text(task, "resource"), Text(task, "officeAgs"), Text(task, "since"), Text(task, "dueOn"), Text(task, "overdue")),
            Is.EqualTo((submitted.Path(), Bottrop, "2018-10-15", "", "False")));

        (await app.As("caseworker-1").Post(submitted.Path() + "/return",
            new { points = new[] { new { pointer = "/title", text = "Zu lang" } } }, submitted.ETag)).Succeeded();

        Assert.That(await Who("application-to-check", reference), Is.Empty);
        Assert.That(await Who("application-to-mend", reference), Is.EqualTo(["applicant-" + Bottrop]));
        var toMend = (await Of("applicant-" + Bottrop, "?kind=application-to-mend")).Single(item => Text(item, "reference") == reference);
        Assert.That((Text(toMend, "since"), Text(toMend, "dueOn"), Text(toMend, "overdue")),
            Is.EqualTo(("2018-10-15", "2018-10-29", "False")));

        // The day has passed, and the clock has not taken it yet.
        await app.ItIs("2018-10-30");
        Assert.That((await Of("applicant-" + Bottrop, "?overdue=true")).Select(item => Text(item, "reference")), Does.Contain(reference));
        Assert.That((await Of("applicant-" + Bottrop, "?overdue=false")).Select(item => Text(item, "reference")),
            Does.Not.Contain(reference));
    }

    [Test]
    public async Task Who_is_excluded_or_has_written_it_has_no_task()
    {
        var programme = await app.OpenProgramme("TASK-EXCLUDED");
        var author = app.Person("author", [Role.Applicant], Bottrop);
        var draft = (await author.Post(programme + "/applications", Sample.Application)).Succeeded();
        var reference = (await author.Post(draft.Location + "/submit", ifMatch: draft.ETag)).Succeeded()["reference"];
        var conflicted = app.Person("conflicted", [Role.Caseworker]);
        Assert.That(await Sees(conflicted, reference), Is.True);

        await conflicted.Declares(programme, Bottrop);

        Assert.That(await Sees(conflicted, reference), Is.False, "declared");
        Assert.That(await Sees(app.Person("both", [Role.Caseworker, Role.Applicant], Bottrop), reference), Is.False, "acts for it");
        Assert.That(await Sees(app.Person("author", [Role.Caseworker]), reference), Is.False, "wrote it");
        Assert.That(await Sees(app.Person("neighbour", [Role.Caseworker, Role.Applicant], Gelsenkirchen), reference), Is.True);
        Assert.That(await Sees(Machine(Role.Caseworker), reference), Is.False, "a machine checks nothing");
    }

    [Test]
    public async Task Reviews_wait_for_their_reviewer_and_a_missing_one_for_a_caseworker()
    {
        var eligible = await app.Eligible(await app.OpenProgramme("TASK-REVIEW"), Bottrop);
        var reference = eligible["reference"];
        Assert.That(await Who("quorum-missing", reference), Is.EqualTo(["caseworker-1", "caseworker-2"]));

        var first = await app.Assigned(eligible.Path(), "reviewer-1");
        Assert.That(await Who("quorum-missing", reference), Is.Not.Empty, "one of two");
        Assert.That(await Who("review-to-declare", reference), Is.EqualTo(["reviewer-1"]));
        var begun = (await app.As("reviewer-1").Post(first.Location + "/declare", new { conflict = false }, first.ETag)).Succeeded();
        Assert.That((await Who("review-to-declare", reference), await Who("review-to-score", reference)),
            Is.EqualTo((Array.Empty<string>(), new[] { "reviewer-1" })));
        await app.Reviewed(eligible.Path(), "reviewer-2", 7, 7);
        Assert.That((await Who("quorum-missing", reference), await Who("review-to-score", reference)),
            Is.EqualTo((Array.Empty<string>(), new[] { "reviewer-1" })));

        (await app.As("caseworker-1").Post(first.Location + "/withdraw", new { reason = "Krank" }, begun.ETag)).Succeeded();
        Assert.That((await Who("quorum-missing", reference), await Who("review-to-score", reference)),
            Is.EqualTo((new[] { "caseworker-1", "caseworker-2" }, Array.Empty<string>())));
    }

    [Test]
    public async Task What_a_second_person_confirms_waits_for_a_second_person()
    {
        var round = await Round.Play(app, "TASK-DECIDE", 1, drawLot: false);
        var programme = (await app.As("decider-1").Get(round.Programme)).Succeeded();
        (await app.As("decider-1").Post(round.Programme + "/lot",
            new { secret = Round.LotSecret, publicValue = Round.LotValue }, programme.ETag)).Succeeded();
        Assert.That(await Who("lot-to-confirm", "TASK-DECIDE"), Is.EqualTo(["decider-2"]));

        var draft = await round.Draft();
        var (path, reference) = ($"/selections/{draft["id"]}", draft["reference"]);
        var proposed = (await app.As("decider-1").Post(path + "/propose", ifMatch: draft.ETag)).Succeeded();
        Assert.That(await Who("selection-to-confirm", reference), Is.EqualTo(["decider-2"]));
        var confirmed = (await app.As("decider-2").Post(path + "/confirm", ifMatch: proposed.ETag)).Succeeded();
        Assert.That((await Who("selection-to-confirm", reference), await Who("selection-to-publish", reference)),
            Is.EqualTo((Array.Empty<string>(), new[] { "decider-1", "decider-2" })));
        var conflicted = app.Person("conflicted", [Role.Decider]);
        await conflicted.Declares(round.Programme, round.Applications[0].Office);
        Assert.That(await Sees(conflicted, reference), Is.False);
        (await round.Publish(confirmed)).Succeeded();
        Assert.That(await Who("selection-to-publish", reference), Is.Empty);
    }

    [Test]
    public async Task A_letter_waits_until_it_is_sent_and_again_when_it_was_not_read()
    {
        await app.ItIs("2018-09-26");
        var round = await Round.Play(app, "TASK-LETTER", 1);
        (await round.Offer(round.Applications[0]))[0].Succeeded();
        var letter = await app.LetterOf($"/applications/{round.Applications[0].Id}");
        Assert.That(await Who("letter-to-dispatch", letter["reference"]), Is.EqualTo(["caseworker-1", "caseworker-2"]));

        (await app.Dispatch(letter, "portal")).Succeeded();
        Assert.That(await Who("letter-to-dispatch", letter["reference"]), Is.Empty);
        await app.Pass(11);
        Assert.That(await Who("letter-to-dispatch", letter["reference"]), Is.EqualTo(["caseworker-1", "caseworker-2"]));
    }

    [Test]
    public async Task An_account_waits_for_who_has_not_entered_it()
    {
        var holder = "Stadtkasse Bottrop, Aufgaben";
        var added = (await app.Applicant(Bottrop).Post(await app.AccountsOf(Bottrop), new { iban = "NL91ABNA0417164300", holder }))
            .Succeeded();

        Assert.That(await Who("account-to-verify", holder), Is.EqualTo(["finance-1", "finance-2"]));
        Assert.That(await Sees(app.Person("both", [Role.Finance, Role.Applicant], Bottrop), holder), Is.False);
        (await app.As("finance-1").Post(added.Location + "/refuse", new { reason = "Unbekannt" }, added.ETag)).Succeeded();
        Assert.That(await Who("account-to-verify", holder), Is.Empty);
    }

    [Test]
    public async Task An_extension_and_a_reopening_wait_for_who_has_not_proposed_them()
    {
        var programme = await app.OpenProgramme("TASK-EXTEND");
        (await app.As("caseworker-1").Post(programme + "/extensions", new { closesOn = "2018-12-07", reason = "Störung" })).Succeeded();
        Assert.That(await Who("extension-to-confirm", "TASK-EXTEND"), Is.EqualTo(["caseworker-2"]));
        var task = (await Of("caseworker-2", "?kind=extension-to-confirm")).Single(item => Text(item, "reference") == "TASK-EXTEND");
        Assert.That(Text(task, "dueOn"), Is.EqualTo("2018-11-30"));

        var submitted = await app.Submitted(programme, Bottrop);
        var ineligible = (await app.As("caseworker-1").Post(submitted.Path() + "/formal-check", new
        {
            items = Sample.Terms.Checks.Select(check => new { check = check.Code, met = false }),
            reason = "Nicht vom Jugendamt",
        }, submitted.ETag)).Succeeded();
        (await app.As("caseworker-1").Post(submitted.Path() + "/reopen", new
        {
            remedy = new { kind = "objection", reference = "W 1", filedOn = "2018-10-15" },
            reason = "Begründet",
        }, ineligible.ETag)).Succeeded();
        Assert.That(await Who("reopening-to-confirm", submitted["reference"]), Is.EqualTo(["decider-1", "decider-2"]));
    }

    [Test]
    public async Task In_a_cancelled_programme_nothing_waits_but_its_letters()
    {
        var programme = await app.OpenProgramme("TASK-CANCELLED");
        var submitted = await app.Submitted(programme, Bottrop);
        await app.Eligible(programme, Gelsenkirchen);
        (await app.As("decider-1").Post(programme + "/cancel", new { reason = "Kein Geld" },
            (await app.As("decider-1").Get(programme)).ETag)).Succeeded();

        foreach (var person in Everybody)
        {
            Assert.That((await Of(person, "")).Where(item => Text(item, "kind") != "letter-to-dispatch")
                .Select(item => Text(item, "reference")), Has.None.StartsWith(submitted["reference"][..^4]), person);
        }
    }

    [Test]
    public async Task Tasks_are_filtered_and_paged_over_all_kinds()
    {
        var programme = await app.OpenProgramme("TASK-PAGES");
        await app.Submitted(programme, Bottrop);
        await app.Submitted(programme, Gelsenkirchen);
        await app.Eligible(programme, "05515000");

        var whole = await Of("caseworker-1", "?limit=200");
        List<JsonElement> paged = [];
        for (var query = "?limit=1"; query is not null;)
        {
            var page = (await app.As("caseworker-1").Get("/tasks" + query)).Succeeded();
            paged.AddRange(page.Json.GetProperty("items").EnumerateArray());
            query = page["nextCursor"] is { Length: > 0 } next ? "?limit=1&cursor=" + next : null;
        }

        Assert.That(paged.Select(item => item.GetRawText()), Is.EqualTo(whole.Select(item => item.GetRawText())));
        Assert.That(whole.Select(item => Text(item, "kind")).Distinct(StringComparer.Ordinal).Count(), Is.GreaterThan(1));
        Assert.That((await Of("caseworker-1", "?officeAgs=" + Bottrop)).Select(item => Text(item, "officeAgs")),
            Is.Not.Empty.And.All.EqualTo(Bottrop));
        Assert.That((await Of("caseworker-1", "?kind=quorum-missing")).Select(item => Text(item, "kind")),
            Is.Not.Empty.And.All.EqualTo("quorum-missing"));
        Assert.That(await Of("funder-1", ""), Is.Empty);
        (await app.As("caseworker-1").Get("/tasks?kind=coffee")).Refused(400, "validation-failed");
        (await app.As("caseworker-1").Get("/tasks?officeAgs=1")).Refused(400, "validation-failed");
        (await app.With(null).Get("/tasks")).Refused(401, "unauthenticated");
    }

    /// <summary>Of all persons those who have this task.</summary>
    async Task<string[]> Who(string kind, string reference)
    {
        List<string> who = [];
        foreach (var person in Everybody)
        {
            if ((await Of(person, "?limit=200&kind=" + kind)).Exists(item => Text(item, "reference") == reference))
                who.Add(person);
        }
        return [.. who];
    }

    GrantsClient Machine(string role) =>
        app.With(app.Services.GetRequiredService<DevelopmentIssuer>().TokenFor(new DemoMachine("machine", "", [role])));

    static async Task<bool> Sees(GrantsClient person, string reference) => (await person.Get("/tasks?limit=200")).Succeeded()
        .Json.GetProperty("items").EnumerateArray().Any(item => Text(item, "reference") == reference);

    async Task<List<JsonElement>> Of(string person, string query) =>
        [.. (await app.As(person).Get("/tasks" + query)).Succeeded().Json.GetProperty("items").EnumerateArray()];

    static string Text(JsonElement item, string member) => item.GetProperty(member).ToString();
}
