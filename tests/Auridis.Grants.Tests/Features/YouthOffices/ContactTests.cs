namespace Auridis.Grants.Tests.Features.YouthOffices;

public sealed class ContactTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Name = "Erika Mustermann";

    const string Phone = "02041 70-3000";

    static readonly object Details = new { name = Name, jobTitle = "Planung", email = "erika@bottrop.example", phone = Phone };

    static readonly StateTable Table = new("""
                 edit    replace
        current  current replaced
        replaced .       .
        """);

    [Test]
    public async Task An_office_keeps_its_own_contacts_and_a_caseworker_those_of_all()
    {
        var contacts = await ContactsOf("05974000");
        var own = await Add(app.Applicant("05974000"), contacts);
        var other = (await app.As("caseworker-1").Post(contacts, new { name = "Max Muster", phone = "02041 703-0" })).Succeeded();

        Assert.That((own["name"], own["jobTitle"], own["email"], own["phone"], own["status"], own.ETag),
            Is.EqualTo((Name, "Planung", "erika@bottrop.example", Phone, "current", "\"1\"")));
        var edited = (await app.Applicant("05974000").Put(own.Location!, new { name = Name, phone = "+49 2041 7030" }, own.ETag))
            .Succeeded();
        Assert.That((edited["email"], edited["phone"], edited.ETag), Is.EqualTo(("", "+49 2041 7030", "\"2\"")));
        (await app.As("caseworker-1").Put(own.Location!, Details, own.ETag)).Refused(412, "stale-version");
        var listed = (await app.As("decider-1").Get(contacts)).Succeeded().Json.GetProperty("items");
        Assert.That(listed.EnumerateArray().Select(contact => contact.GetProperty("id").GetString()),
            Is.EqualTo([own["id"], other["id"]]));
    }

    [TestCase("reviewer-1", 403, "forbidden")]
    [TestCase("funder-1", 403, "forbidden")]
    [TestCase("accounting-1", 403, "forbidden")]
    [TestCase("admin-1", 403, "forbidden")]
    [TestCase("applicant-05513000", 404, "not-found")]
    public async Task Contacts_are_nobody_elses(string person, int status, string code)
    {
        var contacts = await ContactsOf("05515000");
        var made = await Add(app.Applicant("05515000"), contacts);
        var caller = app.As(person);

        (await caller.Get(contacts)).Refused(status, code);
        (await caller.Get(made.Location!)).Refused(status, code);
        (await caller.Post(contacts, Details)).Refused(status, code);
        (await caller.Put(made.Location!, Details, made.ETag)).Refused(status, code);
        (await Replace(caller, made, made)).Refused(status, code);
        Assert.That((await app.Applicant("05515000").Get(made.Location!)).Succeeded().Text, Is.EqualTo(made.Text));
    }

    [TestCase("decider-1")]
    [TestCase("finance-1")]
    [TestCase("auditor-1")]
    public async Task Some_read_contacts_and_change_none(string person)
    {
        var made = await Add(app.Applicant("05911000"), await ContactsOf("05911000"));

        Assert.That((await app.As(person).Get(made.Location!)).Succeeded()["name"], Is.EqualTo(Name));
        (await app.As(person).Put(made.Location!, Details, made.ETag)).Refused(403, "forbidden");
    }

    /// <summary>Who reads all offices writes for none of them: to them a contact is there, to another office it is not.</summary>
    [Test]
    public async Task A_person_with_two_roles_is_told_what_the_wider_one_sees()
    {
        var made = await Add(app.Applicant("05911000"), await ContactsOf("05911000"));
        var both = app.Person("applicant-and-finance", ["applicant", "finance"], "05913000");

        (await both.Put(made.Location!, Details, made.ETag)).Refused(403, "forbidden");
        (await both.Put(made.Location!, Details, "\"8\"")).Refused(403, "forbidden");
    }

    [TestCase("", "a@b.de", null, "/name")]
    [TestCase("Erika\u202e", "a@b.de", null, "/name")]
    [TestCase(Name, null, null, "/email")]
    [TestCase(Name, "a@b", null, "/email")]
    [TestCase(Name, "a b@c.de", null, "/email")]
    [TestCase(Name, null, "ask him", "/phone")]
    public async Task Who_cannot_be_reached_is_no_contact(string name, string? email, string? phone, string place)
    {
        var contacts = await ContactsOf("05913000");

        var refused = (await app.Applicant("05913000").Post(contacts, new { name, email, phone })).Refused(400, "validation-failed");

        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo([place]));
        Assert.That((await app.Applicant("05913000").Get(contacts)).Succeeded().Json.GetProperty("items").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Replacing_a_contact_changes_nothing_that_names_it()
    {
        var (contacts, office) = (await ContactsOf("05914000"), app.Applicant("05914000"));
        var (first, second, third) = (await Add(office, contacts), await Add(office, contacts), await Add(office, contacts));
        var programme = await app.OpenProgramme("CONTACTS-REPLACED");
        var draft = (await office.Post(programme + "/applications", new { Sample.Content, contactId = first["id"] })).Succeeded();

        (await Replace(office, first, second)).Succeeded();
        (await Replace(office, second, third)).Succeeded();

        Assert.That((await office.Get(first.Location!)).Succeeded()["replacedById"], Is.EqualTo(third["id"]));
        Assert.That((await office.Get(second.Location!)).Succeeded()["replacedById"], Is.EqualTo(third["id"]));
        Assert.That((await office.Get(draft.Path())).Succeeded().Text, Is.EqualTo(draft.Text));
        var saved = (await office.Put(draft.Path(), new { Sample.Content, contactId = first["id"] }, draft.ETag)).Succeeded();
        Assert.That(saved["contactId"], Is.EqualTo(first["id"]), "an application can be saved as it was read");
    }

    [Test]
    public async Task Only_a_current_contact_of_the_same_office_takes_over()
    {
        var (contacts, office) = (await ContactsOf("05915000"), app.Applicant("05915000"));
        var (contact, other) = (await Add(office, contacts), await Add(office, contacts));
        var foreign = await Add(app.Applicant("05916000"), await ContactsOf("05916000"));

        (await Replace(office, contact, contact)).Refused(409, "contact-unknown");
        (await Replace(office, contact, foreign)).Refused(409, "contact-unknown");
        (await office.Post(contact.Location + "/replace", new { by = Guid.Empty }, contact.ETag)).Refused(409, "contact-unknown");
        Assert.That((await office.Get(contact.Location!)).Succeeded().Text, Is.EqualTo(contact.Text));
        (await Replace(office, contact, other)).Succeeded();
        (await Replace(office, other, contact)).Refused(409, "contact-unknown");
    }

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere()
    {
        var (contacts, office) = (await ContactsOf("05978000"), app.Applicant("05978000"));
        List<string> differences = [];
        foreach (var (state, command, expected) in Table.Pairs)
        {
            var (by, contact) = (await Add(office, contacts), await Add(office, contacts));
            if (state is "replaced")
                (await Replace(office, contact, by)).Succeeded();
            var before = (await office.Get(contact.Location!)).Succeeded();

            var answer = command is "edit"
                ? await office.Put(contact.Location!, Details, before.ETag)
                : await office.Post(contact.Location + "/replace", new { by = by["id"] }, before.ETag);

            var after = (await office.Get(contact.Location!)).Succeeded();
            var outcome = answer.Code is null ? after["status"] : answer.Code is "wrong-state" ? "." : answer.Code;
            if (outcome != expected)
                differences.Add($"{command} in {state}: {outcome}, not {expected}");
            if (answer.Code is not null && after.Text != before.Text)
                differences.Add($"{command} in {state} was refused and changed something");
        }
        Assert.That(differences, Is.Empty);
    }

    [Test]
    public void Every_state_is_reached_and_left_unless_it_is_final() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.Empty);
        Assert.That(Table.NeverLeft, Is.EqualTo(["replaced"]));
    });

    /// <summary>A circle would leave nobody to ask.</summary>
    [Test]
    public async Task Contacts_that_take_over_from_each_other_at_once_leave_one_to_ask()
    {
        var (contacts, office) = (await ContactsOf("05958000"), app.Applicant("05958000"));
        for (var turn = 0; turn < 5; turn++)
        {
            var (first, second, third) = (await Add(office, contacts), await Add(office, contacts), await Add(office, contacts));

            var answers = await Task.WhenAll(
                Task.Run(() => Replace(office, first, second)),
                Task.Run(() => Replace(office, second, third)),
                Task.Run(() => Replace(office, third, first)));

            Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "contact-unknown", "stale-version"));
            List<Answer> now = [];
            foreach (var contact in new[] { first, second, third })
                now.Add((await office.Get(contact.Location!)).Succeeded());
            var current = now.Where(contact => contact["status"] is "current").Select(contact => contact["id"]).ToList();
            Assert.That(current, Has.Count.EqualTo(1));
            Assert.That(now.Where(contact => contact["status"] is "replaced").Select(contact => contact["replacedById"]),
                Is.All.EqualTo(current[0]));
        }
    }

    [Test]
    public async Task An_application_names_a_contact_of_its_office()
    {
        var (contacts, office) = (await ContactsOf("05962000"), app.Applicant("05962000"));
        var contact = await Add(office, contacts);
        var foreign = await Add(app.Applicant("05966000"), await ContactsOf("05966000"));
        var programme = await app.OpenProgramme("CONTACTS-NAMED");

        (await office.Post(programme + "/applications", new { Sample.Content, contactId = foreign["id"] }))
            .Refused(409, "contact-unknown");
        var draft = (await office.Post(programme + "/applications", Sample.Application)).Succeeded();
        Assert.That(draft["contactId"], Is.Empty);
        (await office.Put(draft.Path(), new { Sample.Content, contactId = foreign["id"] }, draft.ETag)).Refused(409, "contact-unknown");
        (await office.Patch(draft.Path(), new { contactId = foreign["id"] }, draft.ETag)).Refused(409, "contact-unknown");
        (await office.Put(draft.Path(), new { Sample.Content, contactId = Guid.Empty }, draft.ETag)).Refused(409, "contact-unknown");
        var named = (await office.Patch(draft.Path(), new { contactId = contact["id"] }, draft.ETag)).Succeeded();
        Assert.That(named["contactId"], Is.EqualTo(contact["id"]));
        var patched = (await office.Patch(draft.Path(), new { content = new { title = "Anders" } }, named.ETag)).Succeeded();
        Assert.That(patched["contactId"], Is.EqualTo(contact["id"]), "what a patch leaves out stays");
        Assert.That((await office.Put(draft.Path(), Sample.Application, patched.ETag)).Succeeded()["contactId"], Is.Empty);
    }

    [Test]
    public async Task An_award_has_the_contact_of_its_application()
    {
        var round = await Round.Play(app, "CONTACTS-AWARD", 1);
        var application = round.Applications[0];
        var contact = await Add(app.Applicant(application.Office), await ContactsOf(application.Office));
        await app.Db.Write<bool>(new Author("test", "test", TimeProvider.System.GetUtcNow()), async tx =>
            await tx.Execute("update Application set ContactId = @ContactId where Id = @Id",
                new { application.Id, ContactId = Guid.Parse(contact["id"]) }) == 1, CancellationToken.None);

        var award = (await round.Offer(application))[0];

        Assert.That(award["contactId"], Is.EqualTo(contact["id"]));
    }

    [Test]
    public async Task The_audit_trail_knows_contacts_by_their_ids_only()
    {
        var (contacts, office) = (await ContactsOf("05970000"), app.Applicant("05970000"));
        var (contact, other) = (await Add(office, contacts), await Add(office, contacts));
        (await office.Put(other.Location!, Details, other.ETag)).Succeeded();
        (await Replace(office, contact, other)).Succeeded();

        var details = await app.Db.Read(
            session => session.All<string>("select Details from AuditEvent where Action like 'contact.%'"), CancellationToken.None);
        Assert.That(details, Is.Not.Empty.And.All.Not.Contains("Erika").And.All.Not.Contains("erika").And.All.Not.Contains("Planung"));
    }

    async Task<string> ContactsOf(string office) => await app.OfficeOf(office) + "/contacts";

    static async Task<Answer> Add(GrantsClient person, string contacts) => (await person.Post(contacts, Details)).Succeeded();

    static Task<Answer> Replace(GrantsClient person, Answer contact, Answer by) =>
        person.Post(contact.Location + "/replace", new { by = by["id"] }, contact.ETag);
}
