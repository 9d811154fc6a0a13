namespace Auridis.Grants.Tests.Features.YouthOffices;

public sealed class YouthOfficeTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Iban = "DE89370400440532013000";

    [Test]
    public async Task Any_German_office_can_be_added_once()
    {
        var office = new { ags = "09162000", name = "München", kind = "independent-city", governmentDistrict = "Oberbayern" };

        var made = (await app.As("admin-1").Post("/youth-offices", office)).Succeeded();

        Assert.That((await app.As("applicant-05512000").Get(made.Location!)).Succeeded()["ags"], Is.EqualTo("09162000"));
        Assert.That((await app.As("admin-1").Post("/youth-offices", office)).Refused(409, "youth-office-ags-taken")["ags"],
            Is.EqualTo("09162000"));
    }

    [Test]
    public async Task A_government_district_has_up_to_100_characters()
    {
        object Office(int length) =>
            new { ags = "09161000", name = "Ingolstadt", kind = "independent-city", governmentDistrict = new string('ü', length) };

        (await app.As("admin-1").Post("/youth-offices", Office(101))).Refused(400, "validation-failed");
        Assert.That((await app.As("admin-1").Post("/youth-offices", Office(100))).Succeeded()["governmentDistrict"],
            Has.Length.EqualTo(100));
    }

    [Test]
    public async Task Filters_tell_capital_letters_from_small_ones()
    {
        async Task<int> Count(string filter) =>
            (await app.As("admin-1").Get("/youth-offices?limit=200&" + filter)).Succeeded().Json.GetProperty("items").GetArrayLength();

        Assert.That(await Count("governmentDistrict=Arnsberg"), Is.Positive);
        Assert.That(await Count("governmentDistrict=ARNSBERG"), Is.Zero);
    }

    [Test]
    public async Task The_link_to_the_next_page_has_one_cursor_however_the_request_wrote_it()
    {
        var first = (await app.As("admin-1").Get("/youth-offices?limit=1")).Succeeded();
        var second = (await app.As("admin-1").Get($"/youth-offices?limit=1&Cursor={first["nextCursor"]}")).Succeeded();

        Assert.That(second.Headers["Link"], Does.Contain($"?limit=1&cursor={second["nextCursor"]}>"));
    }

    [TestCase("0916200", "independent-city", null, "/ags")]
    [TestCase("17162000", "independent-city", null, "/ags")]
    [TestCase("00162000", "county", null, "/ags")]
    [TestCase("0516200x", "municipality", "Kreis", "/ags")]
    [TestCase("05112004", "county", null, "/ags")]
    [TestCase("05112000", "municipality", "Kreis", "/ags")]
    [TestCase("05112004", "municipality", null, "/county")]
    [TestCase("05112000", "county", "Kreis", "/county")]
    [TestCase("05112000", "Kreis", null, "/kind")]
    public async Task An_office_that_cannot_exist_is_refused(string ags, string officeKind, string? county, string place) =>
        await ChangesNothing("YouthOffice", place, () =>
            app.As("admin-1").Post("/youth-offices",
                new { ags, name = "Nirgends", kind = officeKind, governmentDistrict = "Düsseldorf", county }));

    [Test]
    public async Task Only_reference_data_keepers_add_offices() =>
        (await app.As("caseworker-1").Post(
            "/youth-offices", new { ags = "05111000", name = "Düsseldorf", kind = "independent-city", governmentDistrict = "Düsseldorf" }))
            .Refused(403, "forbidden");

    [Test]
    public async Task An_account_is_verified_by_a_second_person()
    {
        var accounts = await app.AccountsOf("05512000");
        var made = (await app.As("applicant-05512000")
            .Post(accounts, new { iban = "DE89 3704 0044 0532 0130 00", holder = "Stadtkasse Bottrop", bic = "COBADEFFXXX" })).Succeeded();
        Assert.That((made["status"], made["iban"], made.ETag), Is.EqualTo(("unverified", Iban, "\"1\"")));

        (await app.As("caseworker-1").Post(made.Location + "/verify", ifMatch: made.ETag)).Refused(403, "forbidden");
        (await app.As("finance-1").Post(made.Location + "/verify", ifMatch: "\"9\"")).Refused(412, "stale-version");
        var verified = (await app.As("finance-1").Post(made.Location + "/verify", ifMatch: made.ETag)).Succeeded();
        Assert.That((verified["status"], verified.ETag), Is.EqualTo(("verified", "\"2\"")));
        (await app.As("finance-1").Post(made.Location + "/verify", ifMatch: verified.ETag)).Refused(409, "wrong-state");
        (await app.As("applicant-05512000").Post(accounts, new { iban = "de89\u00a03704\u202f0044 0532 0130 00", holder = "Kasse" }))
            .Refused(409, "bank-account-taken");
    }

    [Test]
    public async Task Who_entered_an_account_does_not_verify_it()
    {
        var accounts = await app.AccountsOf("05513000");
        var made = (await app.As("caseworker-1").Post(accounts, new { iban = Iban, holder = "Stadtkasse" })).Succeeded();
        var both = app.With(Tokens.Of(app, "caseworker-1", "finance"));

        Assert.That((await both.Post(made.Location + "/verify", ifMatch: made.ETag)).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("enterer"));
    }

    [TestCase("05914000", "jörg", "JÖRG")]
    [TestCase("05915000", "jörg", "jo\u0308rg")]
    [TestCase("05916000", "ΝΊΚΟΣ", "νίκος")]
    public async Task A_person_who_is_written_in_two_ways_is_one(string ags, string name, string otherwise)
    {
        string[] roles = ["caseworker", "finance"];
        var made = (await app.Person(name, roles).Post(await app.AccountsOf(ags), new { iban = Iban, holder = "Stadtkasse" })).Succeeded();

        var refused = (await app.Person(otherwise, roles).Post(made.Location + "/verify", ifMatch: made.ETag)).Refused(403, "four-eyes");
        Assert.That(refused["earlier"], Is.EqualTo("enterer"));
        (await app.Person("joerg", roles).Post(made.Location + "/verify", ifMatch: made.ETag)).Succeeded();
    }

    [Test]
    public async Task An_IBAN_is_shown_to_those_who_need_it()
    {
        var accounts = await app.AccountsOf("05515000");
        var made = (await app.As("caseworker-1").Post(accounts, new { iban = Iban, holder = "Stadtkasse" })).Succeeded();

        Assert.That(made["iban"], Is.EqualTo("DE89**************3000"));
        Assert.That((await app.As("applicant-05515000").Get(made.Location!)).Succeeded()["iban"], Is.EqualTo(Iban));
        Assert.That((await app.As("finance-1").Get(accounts)).Succeeded().Json.GetProperty("items")[0].GetProperty("iban").GetString(),
            Is.EqualTo(Iban));
        Assert.That((await app.As("auditor-1").Get(accounts)).Succeeded().Text, Does.Not.Contain(Iban));
        (await app.As("applicant-05512000").Get(made.Location!)).Refused(404, "not-found");
        (await app.As("applicant-05512000").Get(accounts)).Refused(404, "not-found");
        (await app.As("applicant-05512000").Post(accounts, new { iban = Iban, holder = "Dieb" })).Refused(404, "not-found");
        (await app.As("funder-1").Get(accounts)).Refused(403, "forbidden");
    }

    [TestCase("DE88370400440532013000", "Stadtkasse", null, "/iban")]
    [TestCase(Iban, "", null, "/holder")]
    [TestCase(Iban, "Stadtkasse", "COBADE", "/bic")]
    public async Task What_is_no_account_is_refused(string iban, string holder, string? bic, string place)
    {
        var accounts = await app.AccountsOf("05913000");
        await ChangesNothing("BankAccount", place, () => app.As("applicant-05913000").Post(accounts, new { iban, holder, bic }));
    }

    [Test]
    public async Task The_audit_trail_holds_no_account_numbers_and_no_names()
    {
        (await app.As("applicant-05911000").Post(await app.AccountsOf("05911000"), new { iban = Iban, holder = "Kasse Bochum" }))
            .Succeeded();

        var details = await app.Db.Read(session => session.All<string>("select Details from AuditEvent where Action like 'bank-account.%'"),
            CancellationToken.None);
        Assert.That(details, Is.Not.Empty.And.All.Not.Contains(Iban).And.All.Not.Contains("Kasse"));
    }

    async Task ChangesNothing(string table, string place, Func<Task<Answer>> request)
    {
        var before = await Rows(table);

        var refused = (await request()).Refused(400, "validation-failed");

        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Has.Member(place));
        Assert.That(await Rows(table), Is.EqualTo(before));
    }

    Task<(long, long)> Rows(string table) => app.Db.Read(
        async session => (await session.One<long>($"select count(*) from {table}"), await session.One<long>("select Seq from AuditHead")),
        CancellationToken.None);
}
