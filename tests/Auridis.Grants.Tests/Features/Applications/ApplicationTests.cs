using System.Net;

namespace Auridis.Grants.Tests.Features.Applications;

/// <summary>Drafts, who may make and see them, and the list.</summary>
public sealed class ApplicationTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";
    const string Gelsenkirchen = "05513000";

    [Test]
    public async Task A_draft_is_made_edited_and_handed_in()
    {
        var programme = await app.OpenProgramme("ROUND");
        var applicant = app.Applicant(Bottrop);

        var made = await app.Draft(programme, Bottrop);
        Assert.That((made.Status, made.ETag, made["status"], made["officeAgs"]),
            Is.EqualTo((HttpStatusCode.Created, "\"1\"", "draft", Bottrop)));

        var edited = (await applicant.Put(made.Location!, new { content = Sample.Content with { Title = "Neuer Titel" } }, made.ETag))
            .Succeeded();
        Assert.That((edited.ETag, edited["content.title"], edited["reference"]), Is.EqualTo(("\"2\"", "Neuer Titel", "")));

        var submitted = (await applicant.Post(made.Location + "/submit", ifMatch: edited.ETag)).Succeeded();
        Assert.That((submitted["status"], submitted["reference"], submitted["versions"], submitted["submittedOn"]),
            Is.EqualTo(("submitted", "GA-ROUND-0001", "1", "2018-10-01")));
        Assert.That((await applicant.Get(made.Location!)).Succeeded().Text, Is.EqualTo(submitted.Text));
    }

    [Test]
    public async Task An_office_has_one_application_in_a_programme()
    {
        var programme = await app.OpenProgramme("ONE");
        var first = await app.Draft(programme, Bottrop);

        var answer = (await app.Applicant(Bottrop).Post(programme + "/applications", Sample.Application))
            .Refused(409, "application-exists");
        Assert.That((answer["officeAgs"], answer["applicationId"]), Is.EqualTo((Bottrop, first["id"])));
        (await app.Applicant(Bottrop).Post(await app.OpenProgramme("OTHER") + "/applications", Sample.Application)).Succeeded();
    }

    [Test]
    public async Task An_application_needs_an_open_programme_and_an_office_in_its_area()
    {
        var draft = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("NOT-YET"))).Succeeded();
        (await app.Applicant(Bottrop).Post(draft.Location + "/applications", Sample.Application)).Refused(409, "programme-not-open");

        var elsewhere = await app.OpenProgramme("ELSEWHERE", Sample.Terms with { AreaPrefixes = ["057"] });
        (await app.Applicant(Bottrop).Post(elsewhere + "/applications", Sample.Application)).Refused(409, "outside-eligible-area");
        (await app.Applicant(Bottrop).Post($"/programmes/{Guid.Empty}/applications", Sample.Application)).Refused(404, "not-found");
        (await app.As("caseworker-1").Post(elsewhere + "/applications", Sample.Application)).Refused(403, "forbidden");
    }

    [Test]
    public async Task An_office_outside_Westfalen_Lippe_may_be_known_and_does_not_apply()
    {
        const string Cologne = "05315000";
        var programme = await app.OpenProgramme("COLOGNE");

        (await app.Applicant(Cologne).Post(programme + "/applications", Sample.Application)).Refused(403, "office-unknown");
        (await app.As("admin-1").Post(
            "/youth-offices", new { ags = Cologne, name = "Köln", kind = "independent-city", governmentDistrict = "Köln" })).Succeeded();

        Assert.That((await app.Applicant(Cologne).Post(programme + "/applications", Sample.Application))
            .Refused(409, "outside-eligible-area")["officeAgs"], Is.EqualTo(Cologne));
    }

    [Test]
    public async Task After_the_last_day_nothing_is_made_or_handed_in()
    {
        var programme = await app.OpenProgramme("LATE", Sample.Terms with { ClosesOn = new DateOnly(2018, 10, 1) });
        var draft = await app.Draft(programme, Bottrop);
        try
        {
            await app.ItIs("2018-10-02");
            var answer = (await app.Applicant(Bottrop).Post(draft.Location + "/submit", ifMatch: draft.ETag))
                .Refused(409, "deadline-passed");
            Assert.That((answer["closesOn"], answer["today"]), Is.EqualTo(("2018-10-01", "2018-10-02")));
            (await app.Applicant(Gelsenkirchen).Post(programme + "/applications", Sample.Application)).Refused(409, "deadline-passed");
        }
        finally
        {
            await app.ItIs("2018-10-01");
        }
        (await app.Applicant(Bottrop).Post(draft.Location + "/submit", ifMatch: draft.ETag)).Succeeded();
    }

    [Test]
    public async Task Another_offices_application_does_not_exist()
    {
        var programme = await app.OpenProgramme("FOREIGN");
        var own = await app.Draft(programme, Bottrop);
        var foreign = app.Applicant(Gelsenkirchen);

        (await foreign.Get(own.Location!)).Refused(404, "not-found");
        (await foreign.Get(own.Location + "/versions")).Refused(404, "not-found");
        (await foreign.Get(own.Location + "/versions/1")).Refused(404, "not-found");
        (await foreign.Put(own.Location!, Sample.Application, own.ETag)).Refused(404, "not-found");
        (await foreign.Post(own.Location + "/submit", ifMatch: own.ETag)).Refused(404, "not-found");
        (await foreign.Post(own.Location + "/withdraw", new { reason = "Nicht unserer" }, own.ETag)).Refused(404, "not-found");
        (await app.As("reviewer-1").Get(own.Location!)).Refused(404, "not-found");
        (await app.As("funder-1").Get(own.Location!)).Refused(403, "forbidden");
        Assert.That(await Listed(foreign, programme), Is.Empty);
        Assert.That(await Listed(app.Applicant(Bottrop), programme), Is.EqualTo([own["id"]]));
    }

    [Test]
    public async Task The_list_is_filtered_by_programme_status_and_office()
    {
        var programme = await app.OpenProgramme("LIST");
        var draft = await app.Draft(programme, Bottrop);
        var submitted = await app.Submitted(programme, Gelsenkirchen);
        var other = await app.Submitted(programme, "05515000");
        var caseworker = app.As("caseworker-1");

        Assert.Multiple(async () =>
        {
            Assert.That(await Listed(caseworker, programme), Is.EqualTo([submitted["id"], other["id"]]));
            Assert.That(await Listed(caseworker, programme, "&status=submitted"), Is.EqualTo([submitted["id"], other["id"]]));
            Assert.That(await Listed(caseworker, programme, "&officeAgs=" + Gelsenkirchen), Is.EqualTo([submitted["id"]]));
            Assert.That(await Listed(caseworker, programme, "&status=draft"), Is.Empty);
            Assert.That(await Listed(caseworker, programme, "&status=eligible"), Is.Empty);
            Assert.That(await Listed(app.Applicant(Bottrop), programme, "&status=draft"), Is.EqualTo([draft["id"]]));
        });
    }

    static async Task<List<string?>> Listed(GrantsClient client, string programme, string filter = "") =>
        [.. (await client.Get($"/applications?programmeId={programme.Split('/')[^1]}{filter}")).Succeeded().Json.GetProperty("items")
            .EnumerateArray()
            .Select(item => item.GetProperty("id").GetString())];

    [Test]
    public async Task An_application_is_taken_back_for_good()
    {
        var programme = await app.OpenProgramme("BACK");
        var eligible = await app.Eligible(programme, Bottrop);
        var applicant = app.Applicant(Bottrop);

        (await applicant.Post(eligible.Path() + "/withdraw", new { reason = "" }, eligible.ETag)).Refused(400, "validation-failed");
        var withdrawn = (await applicant.Post(eligible.Path() + "/withdraw", new { reason = "Keine Eigenmittel" }, eligible.ETag))
            .Succeeded();
        Assert.That((withdrawn["status"], withdrawn["withdrawReason"]), Is.EqualTo(("withdrawn", "Keine Eigenmittel")));
        (await applicant.Post(eligible.Path() + "/withdraw", new { reason = "Noch einmal" }, withdrawn.ETag)).Refused(409, "wrong-state");
        (await applicant.Post(programme + "/applications", Sample.Application)).Succeeded();
    }

    [Test]
    public async Task A_person_who_sees_an_application_but_is_not_of_its_office_may_not_change_it()
    {
        var submitted = await app.Submitted(await app.OpenProgramme("SEEN"), Bottrop);
        var both = app.Person("both", [Role.Caseworker, Role.Applicant], Gelsenkirchen);

        (await both.Put(submitted.Path(), Sample.Application, submitted.ETag)).Refused(403, "forbidden");
    }

    /// <summary>What an office has not handed in is its own, also after it has given it up.</summary>
    [TestCase("caseworker-1")]
    [TestCase("decider-1")]
    [TestCase("finance-1")]
    [TestCase("auditor-1")]
    public async Task A_draft_is_its_offices_alone_until_it_is_submitted(string person)
    {
        var programme = await app.OpenProgramme("OWN-" + person.ToUpperInvariant());
        var (reader, office) = (app.As(person), app.Applicant(Bottrop));
        var draft = await app.Draft(programme, Bottrop);

        (await reader.Get(draft.Location!)).Refused(404, "not-found");
        (await reader.Get(draft.Location + "/versions")).Refused(404, "not-found");
        Assert.That(await Listed(reader, programme), Is.Empty);
        Assert.That(await Listed(office, programme), Is.EqualTo([draft["id"]]));
        var other = await app.Draft(programme, Gelsenkirchen);
        (await app.Applicant(Gelsenkirchen).Post(other.Location + "/submit", ifMatch: other.ETag)).Succeeded();
        Assert.That(await Listed(reader, programme), Is.EqualTo([other["id"]]));
        (await office.Post(draft.Location + "/withdraw", new { reason = "Doch nicht" }, draft.ETag)).Succeeded();
        (await reader.Get(draft.Location!)).Refused(404, "not-found");
        Assert.That(await Listed(reader, programme), Is.EqualTo([other["id"]]));
    }

    [Test]
    public async Task No_step_tells_that_there_is_a_draft()
    {
        var draft = await app.Draft(await app.OpenProgramme("NO-STEP"), Bottrop);
        var caseworker = app.As("caseworker-1");
        var both = app.Person("both", [Role.Caseworker, Role.Applicant], Gelsenkirchen);

        (await caseworker.Post(draft.Location + "/formal-check", Sample.Passed, draft.ETag)).Refused(404, "not-found");
        (await caseworker.Post(draft.Location + "/reviews", new { subject = "reviewer-1" })).Refused(404, "not-found");
        (await both.Put(draft.Location!, Sample.Application, draft.ETag)).Refused(404, "not-found");
        (await both.Post(draft.Location + "/withdraw", new { reason = "Nicht unserer" }, draft.ETag)).Refused(404, "not-found");
        var details = await app.Db.Read(session => session.One<string>(
            "select Details from AuditEvent where ResourceId = @Id", new { Id = Guid.Parse(draft["id"]) }), CancellationToken.None);
        Assert.That(details, Does.Not.Contain("requested"));
    }

    [Test]
    public async Task Content_out_of_shape_is_refused_where_it_is_wrong()
    {
        var programme = await app.OpenProgramme("SHAPE");
        var content = Sample.Content with
        {
            Title = " ",
            Partners = [new("circus", "Zirkus", "Spaß")],
            FinancePlan = Sample.Content.FinancePlan! with { Lines = [new("personnel", new Money(1)), new("personnel", new Money(0))] },
        };

        var answer = (await app.Applicant(Bottrop).Post(programme + "/applications", new { content })).Refused(400, "validation-failed");
        Assert.That(answer.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EquivalentTo(["/content/title", "/content/partners/0/sector", "/content/financePlan/lines",
                "/content/financePlan/lines/1/amount"]));
    }

    [Test]
    public async Task Of_two_drafts_that_an_office_makes_at_once_one_is_made()
    {
        var programme = await app.OpenProgramme("RACE");
        var offices = await app.Offices(8);

        var answers = await Task.WhenAll(
            offices.Concat(offices).Select(office => app.Applicant(office).Post(programme + "/applications", Sample.Application)));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(8));
        Assert.That(answers.Count(answer => answer.Code == "application-exists"), Is.EqualTo(8));
        foreach (var office in offices)
            Assert.That(await Listed(app.Applicant(office), programme), Has.Count.EqualTo(1));
    }
}
