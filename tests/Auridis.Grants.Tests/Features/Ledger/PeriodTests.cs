using System.Globalization;
using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Tests.Features.Ledger;

/// <summary>Months are closed one after the other, and a closed one gets no entry.</summary>
public sealed class PeriodTests(DatabaseKind kind) : ApiTests(kind)
{
    Guid programme;

    [SetUp]
    public async Task Seed()
    {
        // A database for each test: what is closed stays closed.
        await app.DisposeAsync();
        app = await GrantsApp.Start(Kind);
        (await app.As("admin-1").Put("/clock", new { now = "2020-01-15T08:00:00Z" })).Succeeded();
        programme = await app.Db.Read(
            session => session.One<Guid>("select Id from Programme where Code = '2018-A'"), CancellationToken.None);
    }

    [Test]
    public async Task What_belongs_into_a_closed_month_is_posted_on_the_first_open_day_and_says_so()
    {
        await Post(new(2019, 1, 10));
        await Close("2019-01");

        await Post(new(2019, 1, 31));
        await Post(new(2019, 2, 1));

        Assert.That(await Entries(), Is.EqualTo((string[])
            ["2019-01-10 2019-01-10 False", "2019-01-31 2019-02-01 True", "2019-02-01 2019-02-01 False"]));
        Assert.That((await app.As("auditor-1").Get("/ledger/verification")).Succeeded()["intact"], Is.EqualTo("True"));
    }

    [Test]
    public async Task A_year_that_is_closed_gives_its_numbers_to_no_entry_any_more()
    {
        await Post(new(2019, 12, 10));
        await Close("2019-12");

        await Post(new(2019, 12, 31));

        var entries = (await app.As("auditor-1").Get("/ledger/entries")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(entry => entry.GetProperty("reference").GetString());
        Assert.That(entries, Is.EqualTo((string[])["J-2019-000001", "J-2020-000001"]));
    }

    [Test]
    public async Task No_month_is_closed_before_the_one_before_it()
    {
        await Post(new(2019, 1, 10));
        var refused = (await Propose("2019-02")).Refused(409, "period-open");
        Assert.That(refused["openMonth"], Is.EqualTo("2019-01"));
        await Close("2019-01");

        (await Propose("2019-03")).Refused(409, "period-open");
        (await Propose("2018-12")).Refused(409, "wrong-state");
        await Close("2019-02");

        var listed = (await app.As("accounting-1").Get("/ledger/periods")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(period => $"{period.GetProperty("month").GetString()} {period.GetProperty("status").GetString()}");
        Assert.That(listed, Is.EqualTo((string[])["2019-01 confirmed", "2019-02 confirmed"]));
    }

    [TestCase("2019-13")]
    [TestCase("2019-1")]
    [TestCase("1999-12")]
    [TestCase("January")]
    public async Task What_is_no_month_is_refused(string month)
    {
        (await Propose(month)).Refused(400, "validation-failed");
        (await app.As("auditor-1").Get("/ledger/periods/" + month)).Refused(400, "validation-failed");
    }

    [Test]
    public async Task A_month_is_closed_once_it_is_over()
    {
        (await Propose("2020-01")).Refused(409, "month-not-over");
        (await Propose("2021-01")).Refused(409, "month-not-over");
        (await app.As("auditor-1").Get("/ledger/periods/2020-01")).Refused(404, "not-found");
        await Close("2019-12");
    }

    [Test]
    public async Task A_month_that_is_closed_while_others_post_gets_no_entry_afterwards()
    {
        await Post(new(2019, 1, 10));
        var proposed = (await Propose("2019-01")).Succeeded();

        var posting = Enumerable.Range(0, 60).Select(i => Task.Run(() => Post(new DateOnly(2019, 1, 1 + i % 31)))).ToList();
        await Task.WhenAny(posting);
        var confirmed = await Task.WhenAll(new[] { "finance-1", "finance-2" }.Select(person =>
            app.As(person).Post("/ledger/periods/2019-01/confirm", ifMatch: proposed.ETag)));
        var closed = await InJanuary();
        await Task.WhenAll(posting);
        await Post(new(2019, 1, 5));

        Assert.That(confirmed.Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That(await InJanuary(), Is.EqualTo(closed));
        Assert.That((await Entries()).Where(entry => entry.EndsWith("True", StringComparison.Ordinal)),
            Is.Not.Empty.And.All.Contains(" 2019-02-01 "));
        Assert.That((await app.As("auditor-1").Get("/ledger/verification")).Succeeded()["intact"], Is.EqualTo("True"));
    }

    Task<Answer> Propose(string month) => app.As("accounting-1").Post($"/ledger/periods/{month}/close");

    async Task Close(string month)
    {
        var proposed = (await Propose(month)).Succeeded();
        (await app.As("finance-1").Post($"/ledger/periods/{month}/confirm", ifMatch: proposed.ETag)).Succeeded();
    }

    async Task Post(DateOnly day) => _ = (await app.Db.Write<bool>(Author.System(TimeProvider.System), tx =>
    {
        Journal.Post(tx, PostingMatrix.Payable, new Money(1_00),
            new BusinessDocument(programme, "2018-A", programme, null, "Posted by a test", day));
        return Task.FromResult<Outcome<bool>>(true);
    }, CancellationToken.None)).Value;

    /// <summary>Document date, posting date, and whether the one is not the other, in commit order.</summary>
    async Task<List<string>> Entries() =>
    [
        .. (await app.As("auditor-1").Get("/ledger/entries?limit=200")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(entry => $"{entry.GetProperty("documentOn").GetString()} {entry.GetProperty("postedOn").GetString()} "
                + entry.GetProperty("moved").GetBoolean().ToString(CultureInfo.InvariantCulture)),
    ];

    Task<long> InJanuary() => app.Db.Read(session => session.One<long>(
        "select count(*) from JournalEntry where PostedOn < @End", new { End = new DateOnly(2019, 2, 1) }), CancellationToken.None);
}
