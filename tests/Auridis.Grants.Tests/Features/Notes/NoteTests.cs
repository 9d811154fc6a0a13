using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Notes;

/// <summary>What the funding side notes for the file.</summary>
public sealed class NoteTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";

    static readonly object Because = new { reason = "Falscher Antrag" };

    string application = "";

    [OneTimeSetUp]
    public async Task Apply()
    {
        await app.ItIs("2018-10-15");
        application = (await app.Submitted(await app.OpenProgramme("NOTES"), Bottrop)).Path();
    }

    [TestCase("caseworker-1", "note")]
    [TestCase("decider-1", "question")]
    [TestCase("finance-1", "call")]
    public async Task A_note_is_written_and_read(string person, string kind)
    {
        var written = (await app.As(person).Post("/notes", Said(application, kind, "Rückruf am Montag\nFrau Muster"))).Succeeded();

        Assert.That((written["resource"], written["kind"], written["text"], written["status"], written["writtenOn"], written.ETag),
            Is.EqualTo((application, kind, "Rückruf am Montag\nFrau Muster", "written", "2018-10-15", "\"1\"")));
        Assert.That(written["author"], Does.EndWith("#" + person));
        Assert.That((await app.As("auditor-1").Get(written.Location!)).Succeeded().Text, Is.EqualTo(written.Text));
        Assert.That((await Listed("?resource=" + application))[^1].GetProperty("id").GetString(), Is.EqualTo(written["id"]));
    }

    [Test]
    public async Task A_struck_note_stays_readable_with_who_and_why()
    {
        var written = (await app.As("caseworker-1").Post("/notes", Said(application, "note", "Unvollständig"))).Succeeded();

        var struck = (await app.As("decider-1").Post(written.Location + "/strike", Because, written.ETag)).Succeeded();

        Assert.That((struck["status"], struck["text"], struck["strikeReason"]), Is.EqualTo(("struck", "Unvollständig", "Falscher Antrag")));
        Assert.That(struck["struckBy"], Does.EndWith("#decider-1"));
        (await app.As("decider-1").Post(written.Location + "/strike", Because, written.ETag)).Refused(412, "stale-version");
        (await app.As("decider-1").Post(written.Location + "/strike", Because, struck.ETag)).Refused(409, "wrong-state");
        Assert.That((await app.As("auditor-1").Get(written.Location!)).Text, Is.EqualTo(struck.Text));
        Assert.That((await Listed("?resource=" + application)).Select(note => note.GetProperty("id").GetString()),
            Does.Contain(struck["id"]));
    }

    [Test]
    public async Task Offices_reviewers_and_the_funder_never_see_one()
    {
        var written = (await app.As("caseworker-1").Post("/notes", Said(application, "note", "Geheim"))).Succeeded();

        (await app.Applicant(Bottrop).Get("/notes?resource=" + application)).Refused(404, "not-found");
        (await app.Applicant(Bottrop).Get(written.Location!)).Refused(404, "not-found");
        foreach (var person in (string[])["reviewer-1", "funder-1", "admin-1"])
        {
            (await app.As(person).Get("/notes?resource=" + application)).Refused(403, "forbidden");
            (await app.As(person).Get(written.Location!)).Refused(403, "forbidden");
        }
        foreach (var person in (string[])["applicant-" + Bottrop, "reviewer-1", "funder-1", "auditor-1"])
        {
            (await app.As(person).Post("/notes", Said(application, "note", "x"))).Refused(403, "forbidden");
            (await app.As(person).Post(written.Location + "/strike", Because, written.ETag)).Refused(403, "forbidden");
        }
    }

    [Test]
    public async Task Who_acts_for_the_office_neither_writes_nor_strikes()
    {
        var both = app.Person("both", [Role.Caseworker, Role.Applicant], Bottrop);
        var written = (await app.As("caseworker-1").Post("/notes", Said(application, "note", "Rückfrage"))).Succeeded();

        (await both.Post("/notes", Said(application, "note", "x"))).Refused(403, "decider-conflicted");
        (await both.Post(written.Location + "/strike", Because, written.ETag)).Refused(403, "decider-conflicted");
    }

    /// <summary>A noted discussion is what a selection may wait for. Elsewhere, the same person notes on the same office.</summary>
    [Test]
    public async Task Who_has_declared_a_conflict_on_the_office_neither_writes_nor_strikes()
    {
        var programme = await app.OpenProgramme("NOTES-DECLARED");
        var conflicted = (await app.Submitted(programme, Bottrop)).Path();
        var sister = app.Person("sister", [Role.Caseworker, Role.Decider]);
        var written = (await sister.Post("/notes", Said(conflicted, "discussion", "Besprochen"))).Succeeded();
        await sister.Declares(programme, Bottrop);

        (await sister.Post("/notes", Said(conflicted, "discussion", "x"))).Refused(403, "decider-conflicted");
        (await sister.Post(written.Location + "/strike", Because, written.ETag)).Refused(403, "decider-conflicted");
        (await sister.Post("/notes", Said(programme, "note", "Zum Verfahren"))).Succeeded();
        (await sister.Post("/notes", Said(application, "note", "Ein anderes Programm"))).Succeeded();
        (await app.As("caseworker-1").Post(written.Location + "/strike", Because, written.ETag)).Succeeded();
    }

    [TestCase("applications/{0}", "note", "x", "/resource")]
    [TestCase("/applications", "note", "x", "/resource")]
    [TestCase("/reviews/{0}", "note", "x", "/resource")]
    [TestCase("/applications/{0}/versions/1", "note", "x", "/resource")]
    [TestCase("/applications/01926F3A-5C00-7000-8000-000000000006", "note", "x", "/resource")]
    [TestCase("/applications/{0}", "memo", "x", "/kind")]
    [TestCase("/applications/{0}", "note", " ", "/text")]
    [TestCase("/applications/{0}", "note", "a\u202eb", "/text")]
    public async Task What_is_no_note_is_refused(string resource, string kind, string text, string place)
    {
        var before = (await Listed("?resource=" + application)).Count;

        var refused = await app.As("caseworker-1").Post("/notes", Said(resource.Replace("{0}", application.Split('/')[^1]), kind, text));

        refused.Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([place]));
        Assert.That(await Listed("?resource=" + application), Has.Count.EqualTo(before));
    }

    [Test]
    public async Task A_text_has_4000_characters_at_most()
    {
        (await app.As("caseworker-1").Post("/notes", Said(application, "note", new string('ß', 4_000)))).Succeeded();
        (await app.As("caseworker-1").Post("/notes", Said(application, "note", new string('ß', 4_001)))).Refused(400, "validation-failed");
    }

    [Test]
    public async Task There_is_nothing_to_note_on_what_is_not_there_or_is_a_draft()
    {
        var draft = await app.Draft(await app.OpenProgramme("NOTES-DRAFT"), "05513000");
        foreach (var resource in (string[])[draft.Path(), $"/applications/{Guid.Empty}", $"/awards/{Guid.Empty}"])
        {
            var refused = (await app.As("caseworker-1").Post("/notes", Said(resource, "note", "x"))).Refused(409, "resource-unknown");
            Assert.That(refused["resource"], Is.EqualTo(resource));
            Assert.That(await Listed("?resource=" + resource), Is.Empty);
        }
        (await app.As("caseworker-1").Get($"/notes/{Guid.Empty}")).Refused(404, "not-found");
    }

    [Test]
    public async Task Each_kind_of_resource_can_be_noted_on()
    {
        var award = await SeededAward.Insert(app.Db);
        var office = await app.OfficeOf(award.Ags);
        foreach (var resource in (string[])[$"/awards/{award.Id}", award.Report, office, await app.OpenProgramme("NOTES-KINDS")])
            (await app.As("finance-1").Post("/notes", Said(resource, "call", "Angerufen"))).Succeeded();
    }

    /// <summary>What people write of people stands in the note and nowhere else.</summary>
    [Test]
    public async Task The_audit_trail_does_not_repeat_a_note()
    {
        var written = (await app.As("caseworker-1").Post("/notes", Said(application, "note", "Frau Muster ist krank"))).Succeeded();

        var events = (await app.As("auditor-1").Get("/audit-events?resourceId=" + written["id"])).Succeeded();

        Assert.That(events.Text, Does.Contain("note.written").And.Contain(application).And.Not.Contain("Muster"));
    }

    [Test]
    public async Task Of_two_who_strike_at_once_one_counts()
    {
        var written = (await app.As("caseworker-1").Post("/notes", Said(application, "note", "Doppelt"))).Succeeded();

        var answers = await Task.WhenAll(new[] { "caseworker-1", "finance-1" }.Select(person =>
            Task.Run(() => app.As(person).Post(written.Location + "/strike", Because, written.ETag))));

        Assert.That(answers.Select(answer => answer.Code), Is.EquivalentTo(new[] { null, "stale-version" }));
    }

    [TestCase("update Note set Text = 'x' where Id = @Id")]
    [TestCase("delete from Note where Id = @Id")]
    public async Task Not_even_the_database_changes_a_note(string sql)
    {
        var written = (await app.As("caseworker-1").Post("/notes", Said(application, "note", "Bleibt"))).Succeeded();

        Assert.That(() => app.Db.Write<int>(Author.System(TimeProvider.System),
            async tx => await tx.Execute(sql, new { Id = Guid.Parse(written["id"]) }), CancellationToken.None), Throws.Exception);
        Assert.That((await app.As("auditor-1").Get(written.Location!)).Text, Is.EqualTo(written.Text));
    }

    static object Said(string resource, string kind, string text) => new { resource, kind, text };

    async Task<List<JsonElement>> Listed(string query) =>
        [.. (await app.As("auditor-1").Get("/notes" + query)).Succeeded().Json.GetProperty("items").EnumerateArray()];
}
