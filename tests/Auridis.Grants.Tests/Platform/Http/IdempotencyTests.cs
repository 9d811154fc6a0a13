using System.Net;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>One key, one effect, one answer.</summary>
public sealed class IdempotencyTests(DatabaseKind kind) : ApiTests(kind)
{
    int paths;

    [Test]
    public async Task The_same_request_fifty_times_at_once_has_one_effect_and_one_answer()
    {
        var before = await AuditEvents();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
            app.As("caseworker-1").Post("/programmes", Sample.Programme("FIFTY"), key: "fifty"))));

        Assert.Multiple(() =>
        {
            Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created));
            Assert.That(answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1),
                "answers that differ");
            Assert.That(answers.Select(answer => (answer.Location, answer.ETag, answer.MediaType)).Distinct().Count(), Is.EqualTo(1),
                "headers that differ");
        });
        Assert.That(await AuditEvents(), Is.EqualTo(before + 1));
    }

    [Test]
    public async Task The_answer_is_the_one_of_then()
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post("/programmes", Sample.Programme("THEN"), key: "then")).Succeeded();
        (await caseworker.Post(made.Location + "/open", ifMatch: made.ETag)).Succeeded();

        var again = await caseworker.Post("/programmes", Sample.Programme("THEN"), key: "then");

        Assert.That((again.Status, again.Location, again.ETag), Is.EqualTo((HttpStatusCode.Created, made.Location, made.ETag)));
        Assert.That(again.Bytes, Is.EqualTo(made.Bytes));
    }

    [Test]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        var caseworker = app.As("caseworker-1");
        (await caseworker.Post("/programmes", Sample.Programme("BODY-1"), key: "body")).Succeeded();

        (await caseworker.Post("/programmes", Sample.Programme("BODY-2"), key: "body")).Refused(422, "idempotency-key-reused");
    }

    [Test]
    public async Task The_same_body_written_in_another_way_is_the_same_request()
    {
        var caseworker = app.As("caseworker-1");
        // With the remedy, which the server sets where it is left out.
        var request = new { code = "SPACES", terms = Sample.Terms with { Remedy = "objection" } };
        var made = (await caseworker.Post("/programmes", request, key: "spaces")).Succeeded();
        var terms = made.Json.GetProperty("terms").GetRawText();

        var again = await caseworker.Post("/programmes", $$"""{ "terms" : {{terms}} ,  "code":"SPACES" }""", key: "spaces");

        Assert.That(again.Succeeded().Bytes, Is.EqualTo(made.Bytes));
    }

    [Test]
    public async Task Somebody_elses_key_is_another_key()
    {
        var first = (await app.As("caseworker-1").Post("/programmes", Sample.Programme("MINE"), key: "shared")).Succeeded();
        var second = (await app.As("caseworker-2").Post("/programmes", Sample.Programme("YOURS"), key: "shared")).Succeeded();

        Assert.That(second.Location, Is.Not.EqualTo(first.Location));
    }

    /// <summary>The answer of then would show the office's whole IBAN to somebody who acts for another one by now.</summary>
    [Test]
    public async Task Who_acts_for_another_office_by_now_is_not_shown_the_answer_of_then()
    {
        var (before, now) = (app.Person("moving", [Role.Applicant], "05512000"), app.Person("moving", [Role.Applicant], "05513000"));
        var office = (await before.Get("/youth-offices?ags=05512000")).Succeeded().Json.GetProperty("items")[0].GetProperty("id");
        var account = new { iban = "DE89370400440532013000", holder = "Stadtkasse" };
        (await before.Post($"/youth-offices/{office}/bank-accounts", account, key: "moved")).Succeeded();

        var again = await now.Post($"/youth-offices/{office}/bank-accounts", account, key: "moved");

        again.Refused(422, "idempotency-key-reused");
        Assert.That(again.Text, Does.Not.Contain("DE89"));
        (await before.Post($"/youth-offices/{office}/bank-accounts", account, key: "moved")).Succeeded();
    }

    /// <summary>It is no new request either: what it did may have moved money.</summary>
    [Test]
    public async Task Who_has_other_roles_by_now_is_refused_and_nothing_happens_again()
    {
        var (before, now) = (app.Person("promoted", [Role.Accounting]), app.Person("promoted", [Role.Accounting, Role.Auditor]));
        (await before.Post("/export-runs", new { format = "csv" }, key: "promoted")).Succeeded();
        var events = await AuditEvents();

        (await now.Post("/export-runs", new { format = "csv" }, key: "promoted")).Refused(422, "idempotency-key-reused");

        Assert.That(await AuditEvents(), Is.EqualTo(events));
    }

    [Test]
    public async Task Roles_in_another_order_are_the_same_roles()
    {
        string[] roles = [Role.Accounting, Role.Auditor];
        var made = (await app.Person("sorted", roles).Post("/export-runs", new { format = "csv" }, key: "sorted")).Succeeded();

        var again = await app.Person("sorted", [.. roles.Reverse(), "of another product"])
            .Post("/export-runs", new { format = "csv" }, key: "sorted");

        Assert.That(again.Succeeded().Bytes, Is.EqualTo(made.Bytes));
    }

    [TestCase("""{"client_id":"job"}""", "client:job")]
    [TestCase("""{"client_id":"job-2","sub":"job-2"}""", "job-2")]
    public async Task A_person_who_is_called_as_a_machine_is_has_keys_of_their_own(string machine, string person)
    {
        var byMachine = (await app.WithClaims(machine, Role.Accounting).Post("/export-runs", new { format = "csv" }, key: "kinds"))
            .Succeeded();
        var byPerson = (await app.Person(person, [Role.Accounting]).Post("/export-runs", new { format = "csv" }, key: "kinds"))
            .Succeeded();

        Assert.That(byPerson.Location, Is.Not.EqualTo(byMachine.Location));
    }

    [Test]
    public async Task The_same_key_for_another_operation_is_another_key()
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post("/programmes", Sample.Programme("OTHER-OP"), key: "op")).Succeeded();

        var opened = await caseworker.Post(made.Location + "/open", ifMatch: made.ETag, key: "op");

        Assert.That(opened.Succeeded()["status"], Is.EqualTo("open"));
    }

    [TestCase("/programmes/{0}/open/")]
    [TestCase("/Programmes/{0}/OPEN")]
    [TestCase("/programmes/{1}/open")]
    [TestCase("/programmes/{2}/open")]
    [TestCase("/programmes/%7B{0}%7D/open")]
    public async Task The_same_operation_spelled_in_another_way_is_the_same_operation(string path)
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post(
            "/programmes", Sample.Programme(FormattableString.Invariant($"PATH-{Interlocked.Increment(ref paths)}")))).Succeeded();
        var opened = (await caseworker.Post(made.Location + "/open", ifMatch: made.ETag, key: made["code"])).Succeeded();
        var id = Guid.Parse(made["id"]);

        var again = await caseworker.Post(
            string.Format(System.Globalization.CultureInfo.InvariantCulture, path, id, id.ToString("D").ToUpperInvariant(),
                id.ToString("N")), ifMatch: made.ETag, key: made["code"]);

        Assert.That(again.Succeeded().Bytes, Is.EqualTo(opened.Bytes));
        Assert.That(again.Headers, Contains.Key("Idempotency-Replayed"));
    }

    [Test]
    public async Task The_same_key_for_another_resource_is_another_key()
    {
        var caseworker = app.As("caseworker-1");
        var one = (await caseworker.Post("/programmes", Sample.Programme("ONE"))).Succeeded();
        var other = (await caseworker.Post("/programmes", Sample.Programme("ANOTHER"))).Succeeded();

        (await caseworker.Post(one.Location + "/open", ifMatch: one.ETag, key: "resource")).Succeeded();
        Assert.That((await caseworker.Post(other.Location + "/open", ifMatch: other.ETag, key: "resource")).Succeeded()["code"],
            Is.EqualTo("ANOTHER"));
    }

    [Test]
    public async Task A_refused_request_may_be_tried_again_under_its_key()
    {
        var caseworker = app.As("caseworker-1");
        var inTheWay = (await caseworker.Post("/programmes", Sample.Programme("AGAIN"))).Succeeded();
        (await caseworker.Post("/programmes", Sample.Programme("AGAIN"), key: "again")).Refused(409, "programme-code-taken");
        (await caseworker.Delete(inTheWay.Location!, inTheWay.ETag)).Succeeded();

        (await caseworker.Post("/programmes", Sample.Programme("AGAIN"), key: "again")).Succeeded();
    }

    [Test]
    public async Task A_request_that_was_not_valid_does_not_use_up_its_key()
    {
        var caseworker = app.As("caseworker-1");
        (await caseworker.Post("/programmes", Sample.Programme("not valid"), key: "valid")).Refused(400, "validation-failed");

        (await caseworker.Post("/programmes", Sample.Programme("VALID"), key: "valid")).Succeeded();
    }

    [Test]
    public async Task The_answer_of_then_wins_over_a_version_that_is_stale_by_now()
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post("/programmes", Sample.Programme("STALE"))).Succeeded();
        var opened = (await caseworker.Post(made.Location + "/open", ifMatch: made.ETag, key: "stale")).Succeeded();

        var again = await caseworker.Post(made.Location + "/open", ifMatch: made.ETag, key: "stale");

        Assert.That((again.Status, again.ETag), Is.EqualTo((HttpStatusCode.OK, opened.ETag)));
        Assert.That(again.Bytes, Is.EqualTo(opened.Bytes));
        (await caseworker.Post(made.Location + "/open", ifMatch: made.ETag, key: "another")).Refused(412, "stale-version");
    }

    [Test]
    public async Task A_key_in_quotation_marks_is_the_same_key()
    {
        var caseworker = app.As("caseworker-1");
        var made = (await caseworker.Post("/programmes", Sample.Programme("QUOTED"), key: "quoted")).Succeeded();

        Assert.That((await caseworker.Post("/programmes", Sample.Programme("QUOTED"), key: "\"quoted\"")).Succeeded().Bytes,
            Is.EqualTo(made.Bytes));
    }

    [TestCase("with space")]
    [TestCase("\"\"")]
    [TestCase("käse")]
    public async Task A_key_of_another_shape_is_refused(string key) =>
        (await app.As("caseworker-1").Post("/programmes", Sample.Programme("SHAPE"), key: key)).Refused(400, "invalid-idempotency-key");

    [Test]
    public async Task A_key_has_up_to_128_characters()
    {
        var caseworker = app.As("caseworker-1");

        (await caseworker.Post("/programmes", Sample.Programme("LONG"), key: new string('k', 129))).Refused(400, "invalid-idempotency-key");
        (await caseworker.Post("/programmes", Sample.Programme("LONG"), key: new string('k', 128))).Succeeded();
    }

    Task<long> AuditEvents() => app.Db.Read(session => session.One<long>("select count(*) from AuditEvent"), CancellationToken.None);
}
