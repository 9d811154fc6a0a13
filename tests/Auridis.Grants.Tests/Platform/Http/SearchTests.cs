using Auridis.Grants.Api.Features.Applications;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>What <c>?q=…</c> finds on the lists that have it, and how <c>?sort=…</c> orders them.</summary>
public sealed class SearchTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Bottrop = "05512000";
    const string Gelsenkirchen = "05513000";

    [SetUp]
    public Task In_the_window() => app.ItIs("2018-10-01");

    [TestCase("055120", "Bottrop")]
    [TestCase("bottr", "Bottrop")]
    [TestCase("TTROP", "Bottrop")]
    [TestCase("hoexter", "Kreis Höxter")]
    [TestCase("HÖXTER", "Kreis Höxter")]
    [TestCase("kreis höx", "Kreis Höxter")]
    public async Task An_office_is_found_by_its_key_and_its_name(string q, string name) =>
        Assert.That(await Found("/youth-offices", q, "name"), Is.EqualTo([name]));

    [TestCase("5512000", Description = "an AGS is found from its beginning")]
    [TestCase("%25ottrop")]
    [TestCase("_ottrop")]
    [TestCase("[b]ottrop")]
    public async Task A_text_is_taken_as_it_stands(string q) =>
        Assert.That(await Found("/youth-offices", q, "name"), Is.Empty);

    [Test]
    public async Task An_application_is_found_by_reference_office_and_title()
    {
        var programme = await app.OpenProgramme("FIND");
        var first = await Submitted(programme, Bottrop, "Präventionskette für Großeltern 😀 [Süd] 100 %");
        var second = await Submitted(programme, Gelsenkirchen, "Ein Netz, das hält");

        Assert.Multiple(async () =>
        {
            foreach (var q in (string[])["ga-find-0001", "kette für", "PRAEVENTION", "grosseltern", "😀", "[süd]", "100 %25", "0 %25"])
                Assert.That(await Found("/applications", q, "id"), Is.EqualTo([first["id"]]), q);
            foreach (var q in (string[])["GA-FIND-0002", "netz, das", "hält", "haelt"])
                Assert.That(await Found("/applications", q, "id"), Is.EqualTo([second["id"]]), q);
            Assert.That(await Found("/applications", "GA-FIND", "id"), Is.EqualTo([first["id"], second["id"]]));
            Assert.That(await Found("/applications", "0551", "id"), Is.SupersetOf([first["id"], second["id"]]));
            Assert.That(await Found("/applications", "gelsenk", "id"), Does.Contain(second["id"]).And.Not.Contain(first["id"]));
            Assert.That(await Found("/applications", "FIND-0001", "id"), Is.Empty, "a reference from its beginning");
            Assert.That(await Found($"/applications?officeAgs={Bottrop}", "GA-FIND", "id"), Is.EqualTo([first["id"]]));
        });
    }

    [Test]
    public async Task A_title_is_found_as_it_stands_in_the_list()
    {
        var programme = await app.OpenProgramme("TITLES");
        var made = (await app.Applicant(Bottrop).Post(
            programme + "/applications", new { content = Sample.Content with { Title = "Erster Name" } })).Succeeded();
        Assert.That(await Found("/applications", "erster name", "id", Bottrop), Is.EqualTo([made["id"]]));
        Assert.That(await Found("/applications", "erster name", "id"), Is.Empty, "a draft is its office's own");

        var edited = (await app.Applicant(Bottrop).Put(
            made.Location!, new { content = Sample.Content with { Title = "Zweiter Name" } }, made.ETag)).Succeeded();
        Assert.That(await Found("/applications", "erster name", "id", Bottrop), Is.Empty);
        var submitted = (await app.Applicant(Bottrop).Post(made.Location + "/submit", ifMatch: edited.ETag)).Succeeded();
        var returned = (await app.As("caseworker-1").Post(
            submitted.Path() + "/return", new { points = new[] { new { pointer = "/title", text = "x" } } }, submitted.ETag)).Succeeded();
        (await app.Applicant(Bottrop).Put(
            made.Location!, new { content = Sample.Content with { Title = "Dritter Name" } }, returned.ETag)).Succeeded();

        Assert.That(await Found("/applications", "dritter name", "id"), Is.Empty, "what is being mended is the office's alone");
        Assert.That(await Found("/applications", "zweiter name", "id"), Is.EqualTo([made["id"]]));
    }

    [TestCase("/awards")]
    [TestCase("/disbursements")]
    public async Task What_belongs_to_a_site_is_found_by_reference_and_office_and_title(string list)
    {
        var award = await SeededAward.Insert(app.Db, paidCents: 100_00);
        var id = list == "/awards" ? award.Id : award.PaymentId;
        await Name(award, "Übergang gestalten");

        foreach (var q in (string[])[award.Reference[..8].ToLowerInvariant(), award.Ags, "uebergang gest"])
            Assert.That(await Found(list, q, "id"), Is.EqualTo([$"{id}"]), q);
        Assert.That(await Found(list, award.Reference, "id", "05762000"), Is.Empty, "of another office");
        await Name(award, "Anders");
    }

    [Test]
    public async Task Of_many_that_are_found_each_page_has_its_own()
    {
        var many = SiteSearch.Applications.FewTitles + 50;
        var programme = await app.OpenProgramme("MANY");
        var source = await Submitted(programme, Bottrop, "Zahlreiche Häuser");
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx =>
        {
            for (var copy = 1; copy < many; copy++)
            {
                var id = tx.NewId();
                await tx.Execute("""
                    insert into Application (Id, Version, ProgrammeId, YouthOfficeId, OfficeAgs, Status, Number, Reference, Title, Content,
                        RequestedCents, VersionCount, CreatedBy, CreatedAt, UpdatedAt)
                    select @Id, 1, ProgrammeId, YouthOfficeId, OfficeAgs, 'withdrawn', @Number, @Reference, Title, Content,
                        RequestedCents, 1, CreatedBy, CreatedAt, UpdatedAt
                    from Application where Id = @Source
                    """, new
                {
                    Id = id,
                    Source = Guid.Parse(source["id"]),
                    Number = copy + 1,
                    Reference = ApplicationReference.Of("MANY", copy + 1),
                });
                await TitleIndex.Write(tx, id, "Zahlreiche Häuser");
            }
            return many;
        }, CancellationToken.None);

        foreach (var q in (string[])["haeuser", "GA-MANY", "reiche häus"])
            Assert.That(await Found("/applications", q, "id"), Is.Unique.And.Exactly(many).Items, q);
        Assert.That(await Found("/applications", "GA-MANY-000", "id"), Has.Exactly(9).Items);
        Assert.That(await Found("/applications?status=submitted", "haeuser", "id"), Is.EqualTo([source["id"]]));
    }

    [Test]
    public async Task A_cursor_goes_on_with_the_search_that_it_was_made_for()
    {
        var admin = app.As("admin-1");
        var cursor = (await admin.Get("/youth-offices?q=kreis&limit=1")).Succeeded()["nextCursor"];

        (await admin.Get($"/youth-offices?q=kreis&limit=5&cursor={cursor}")).Succeeded();
        (await admin.Get($"/youth-offices?q=rheine&cursor={cursor}")).Refused(400, "invalid-cursor");
        (await admin.Get($"/youth-offices?cursor={cursor}")).Refused(400, "invalid-cursor");
        (await admin.Get($"/youth-offices?q=kreis&changedSince=2001-01-01T00:00:00Z&cursor={cursor}")).Refused(400, "invalid-cursor");
    }

    [Test]
    public async Task What_nobody_can_search_by_is_refused(
        [Values("/youth-offices", "/applications", "/awards", "/disbursements", "/repayment-claims")] string list)
    {
        foreach (var q in (string[])[new string('x', 101), "a%00b", "a%0Ab", "%E3%85%A4", "a%C2%ADb"])
        {
            var refused = (await app.As("finance-1").Get($"{list}?q={q}")).Refused(400, "validation-failed");
            Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("q"));
        }
        (await app.As("finance-1").Get($"{list}?q={string.Concat(Enumerable.Repeat("😀", 100))}")).Succeeded();
    }

    [TestCase("reference", "A, B, C")]
    [TestCase("-reference", "C, B, A")]
    [TestCase("title", "B, C, A")]
    [TestCase("-title", "A, C, B")]
    [TestCase("officeAgs", "A, B, C")]
    [TestCase("-officeAgs", "C, B, A")]
    [TestCase("updatedAt", "A, B, C")]
    [TestCase("-updatedAt", "C, B, A")]
    public async Task A_list_is_sorted_by_a_field_and_what_is_added_meanwhile_moves_nothing(string sort, string expected)
    {
        var code = "S" + string.Concat(sort.Where(char.IsAsciiLetter)).ToUpperInvariant() + (sort[0] == '-' ? "-D" : "");
        var programme = await app.OpenProgramme(code);
        string[] ids =
        [
            (await Submitted(programme, Bottrop, "Zuhause"))["id"],
            (await Submitted(programme, Gelsenkirchen, "Ärzte im Netz"))["id"],
            (await Submitted(programme, "05762000", "bunte Stadt"))["id"],
        ];
        var list = $"/applications?programmeId={programme.Split('/')[^1]}&sort={sort}&limit=1";
        List<string> read = [];
        for (var cursor = ""; ;)
        {
            var page = (await app.As("caseworker-1").Get(list + cursor)).Succeeded();
            read.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (page["nextCursor"] is "" || read.Count > 5)
                break;
            cursor = "&cursor=" + page["nextCursor"];
            if (read.Count == 1)
                await app.Draft(programme, "05515000");
        }

        Assert.That(string.Join(", ", read.Select(id => "ABC"[Array.IndexOf(ids, id)])), Is.EqualTo(expected));
    }

    [TestCase("/youth-offices", "ags", "name", "updatedAt")]
    [TestCase("/applications", "reference", "title", "officeAgs", "updatedAt", "requested")]
    [TestCase("/awards", "reference", "officeAgs", "updatedAt", "amount")]
    [TestCase("/disbursements", "reference", "officeAgs", "updatedAt", "amount")]
    [TestCase("/repayment-claims", "reference", "officeAgs", "updatedAt", "principal")]
    public async Task Each_order_has_everything_once_and_the_other_way_round(string list, params string[] fields)
    {
        for (var i = 0; i < 3; i++)
            await SeededAward.Insert(app.Db, paidCents: 100_00);
        var all = await Sorted(list, null);
        foreach (var field in fields)
        {
            var sorted = await Sorted(list, field);
            Assert.That(sorted, Is.EquivalentTo(all), field);
            Assert.That(await Sorted(list, "-" + field), Is.EqualTo(Enumerable.Reverse(sorted)), field);
        }
    }

    [Test]
    public async Task An_order_that_there_is_not_is_refused()
    {
        var admin = app.As("admin-1");
        foreach (var sort in (string[])["colour", "-", "--name", "Name", "name,ags"])
        {
            var refused = (await admin.Get($"/youth-offices?sort={sort}")).Refused(400, "validation-failed");
            Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("sort"));
        }
        (await admin.Get("/youth-offices?sort=name&changedSince=2001-01-01T00:00:00Z")).Refused(400, "validation-failed");
        var cursor = (await admin.Get("/youth-offices?sort=name&limit=1")).Succeeded()["nextCursor"];
        (await admin.Get($"/youth-offices?sort=-name&cursor={cursor}")).Refused(400, "invalid-cursor");
        (await admin.Get($"/youth-offices?sort=name&q=kreis&cursor={cursor}")).Refused(400, "invalid-cursor");
        (await admin.Get($"/youth-offices?cursor={cursor}")).Refused(400, "invalid-cursor");
        var forged = new SortPlace(new Money(7), 1).Encode("/youth-offices?sort=name&q=");
        (await admin.Get($"/youth-offices?sort=name&cursor={forged}")).Refused(400, "invalid-cursor");
    }

    async Task<List<string>> Sorted(string list, string? sort)
    {
        List<string> read = [];
        for (var query = sort is null ? "?limit=7" : $"?limit=7&sort={sort}"; ;)
        {
            var page = (await app.Person("all", ["caseworker", "finance"], null).Get(list + query)).Succeeded();
            read.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (page["nextCursor"] is "")
                return read;
            query = $"?limit=7{(sort is null ? "" : "&sort=" + sort)}&cursor={page["nextCursor"]}";
        }
    }

    async Task<Answer> Submitted(string programme, string ags, string title)
    {
        var made = (await app.Applicant(ags).Post(
            programme + "/applications", new { content = Sample.Content with { Title = title } })).Succeeded();
        return (await app.Applicant(ags).Post(made.Location + "/submit", ifMatch: made.ETag)).Succeeded();
    }

    async Task Name(SeededAward award, string title) => await app.Db.Write<int>(Author.System(TimeProvider.System), async tx =>
    {
        await TitleIndex.Write(tx, await tx.One<Guid>("select ApplicationId from Award where Id = @Id", new { award.Id }), title);
        return 1;
    }, CancellationToken.None);

    /// <summary>One field of all that is found, page by page.</summary>
    async Task<List<string>> Found(string list, string q, string field, string? office = null)
    {
        var person = office is null ? app.Person("all", ["caseworker", "finance", "auditor"], null) : app.Applicant(office);
        List<string> found = [];
        for (var cursor = ""; ;)
        {
            var page = (await person.Get($"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=200&q={q}{cursor}"))
                .Succeeded();
            found.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(field).GetString()!));
            if (page["nextCursor"] is "")
                return found;
            cursor = "&cursor=" + page["nextCursor"];
        }
    }
}
