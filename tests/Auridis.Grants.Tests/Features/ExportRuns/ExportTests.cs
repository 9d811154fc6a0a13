using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using Auridis.Grants.Api.Features.ExportRuns;
using Auridis.Grants.Api.Features.Ledger;
using Dapper;

namespace Auridis.Grants.Tests.Features.ExportRuns;

[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
[NonParallelizable]
public sealed class ExportTests(DatabaseKind kind)
{
    GrantsApp app = null!;
    SeededAward award = null!;

    // Every test starts from an empty journal.
    [SetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(kind);
        award = await SeededAward.Insert(app.Db);
    }

    [TearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    [Test]
    public async Task A_run_takes_everything_new_once()
    {
        await Post(PostingMatrix.Commitment, 3, new DateOnly(2019, 1, 1));
        await Post(PostingMatrix.Settlement, 2, new DateOnly(2019, 1, 2));

        var run = await Run();
        var next = await Run();

        Assert.Multiple(() =>
        {
            Assert.That((run["number"], run["entryCount"], run["postingCount"], run["sum.amount"], run["status"]),
                Is.EqualTo(("1", "2", "4", "4.00", "completed")));
            Assert.That((next["number"], next["entryCount"], next["status"]), Is.EqualTo(("2", "0", "completed")));
        });
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 1, 3));
        Assert.That(RowsOf(await File(await Run())), Is.EqualTo("2019/6/1"));
    }

    [Test]
    public async Task The_file_is_the_same_at_each_download()
    {
        await Post(PostingMatrix.Payable, 2, new DateOnly(2019, 1, 1));
        var run = await Run();

        var first = await File(run);
        var second = await File(run);

        Assert.Multiple(() =>
        {
            Assert.That(second.Bytes, Is.EqualTo(first.Bytes));
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(first.Bytes)), Is.EqualTo(run["sha256"]));
            Assert.That((first.ETag, first.MediaType), Is.EqualTo(($"\"{run["sha256"]}\"", "text/csv")));
            Assert.That(first.Text.Split("\r\n"), Has.Length.EqualTo(4).And.Exactly(1).Empty);
        });
        Assert.That((await app.AsMachine().Get(run.Location + "/file", ifNoneMatch: first.ETag)).Status,
            Is.EqualTo(HttpStatusCode.NotModified));
        using var response = await app.AsMachine().Http.GetAsync(new Uri(run.Location + "/file", UriKind.Relative));
        Assert.That(response.Content.Headers.ContentDisposition?.FileName, Is.EqualTo("auridis-grants-export-000001.csv"));
    }

    [Test]
    public async Task A_filter_takes_what_was_posted_in_a_range()
    {
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 1, 31));
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 2, 1));
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 3, 1));

        Assert.That(RowsOf(await File(await Run(new { format = "csv", postedFrom = "2019-02-01", postedTo = "2019-02-28" }))),
            Is.EqualTo("2019/2/1"));
        Assert.That(RowsOf(await File(await Run())), Is.EqualTo("2019/1/1 2019/3/1"));
        var backwards = (await app.AsMachine()
            .Post("/export-runs", new { format = "csv", postedFrom = "2019-02-01", postedTo = "2019-01-28" }, key: Payments.Key))
            .Refused(400, "validation-failed");
        Assert.That(backwards["errors"], Does.Contain("/postedTo").And.Contain("2019-02-01 or later"));
        (await app.AsMachine().Post("/export-runs", new { format = "xml" }, key: Payments.Key)).Refused(400, "validation-failed");
    }

    [Test]
    public async Task Runs_at_the_same_moment_never_take_the_same_entry()
    {
        await Post(PostingMatrix.Settlement, 20, new DateOnly(2019, 1, 1));

        var writing = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Post(PostingMatrix.Payable, 1, new DateOnly(2019, 2, 1))));
        var runs = (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Run()))).ToList();
        await writing;
        runs.Add(await Run());

        var rows = new List<string>();
        foreach (var run in runs)
            rows.AddRange(Rows(await File(run)));
        Assert.That(rows, Is.Unique.And.Count.EqualTo(20 * 2 + 20));
        Assert.That(runs.Select(run => run.Json.GetProperty("number").GetInt32()).Order(), Is.EqualTo(Enumerable.Range(1, 13)));
    }

    [Test]
    public async Task A_lost_answer_asked_for_again_claims_nothing_new()
    {
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 1, 1));
        var key = Payments.Key;
        var first = await Run(key: key);
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 1, 1));

        Assert.That((await Run(key: key)).Text, Is.EqualTo(first.Text));
        (await app.AsMachine().Post("/export-runs", new { format = "csv" })).Refused(400, "idempotency-key-missing");
    }

    [Test]
    public async Task Voiding_frees_the_entries_for_the_next_run()
    {
        await Post(PostingMatrix.Payable, 2, new DateOnly(2019, 1, 1));
        var run = await Run();

        (await app.AsMachine().Post(run.Location + "/void", new { reason = "Wrong chart" }, run.ETag)).Refused(403, "person-required");
        var voided = (await app.As("accounting-1").Post(run.Location + "/void", new { reason = "Wrong chart" }, run.ETag)).Succeeded();

        Assert.That((voided["status"], voided["voidReason"]), Is.EqualTo(("voided", "Wrong chart")));
        Assert.That(Rows(await File(await Run())), Is.EqualTo(Rows(await File(run))));
        (await app.As("accounting-1").Post(run.Location + "/void", new { reason = "Again" }, voided.ETag)).Refused(409, "wrong-state");
        (await app.AsMachine().Post(run.Location + "/acknowledge", ifMatch: voided.ETag)).Refused(409, "wrong-state");
    }

    [Test]
    public async Task Runs_that_are_voided_while_others_are_made_lose_and_double_no_entry()
    {
        await Post(PostingMatrix.Settlement, 10, new DateOnly(2019, 1, 1));
        List<Answer> runs = [await Run()];
        var voided = new HashSet<string>(StringComparer.Ordinal);

        // Each round voids what is in force while three new runs look for free entries, in every order that chance makes.
        for (var round = 0; round < 12; round++)
        {
            var inForce = runs.Where(run => !voided.Contains(run["id"])).ToList();
            var voiding = Task.WhenAll(inForce.Select(async run =>
                (await app.As("accounting-1").Post(run.Location + "/void", new { reason = "Once more" }, run.ETag)).Succeeded()));
            var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Run()));
            await voiding;
            voided.UnionWith(inForce.Select(run => run["id"]));
            runs.AddRange(made);
            foreach (var run in made)
                Assert.That(Rows(await File(run)), Has.Count.EqualTo(2 * await Claims(run)), "each settlement has two postings");
        }
        runs.Add(await Run());

        var rows = new List<string>();
        foreach (var run in runs.Where(run => !voided.Contains(run["id"])))
            rows.AddRange(Rows(await File(run)));
        Assert.That(rows, Is.Unique.And.Count.EqualTo(10 * 2));
    }

    [Test]
    public async Task An_acknowledged_run_cannot_be_voided()
    {
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 1, 1));
        var run = await Run();

        var acknowledged = (await app.AsMachine().Post(run.Location + "/acknowledge", ifMatch: run.ETag)).Succeeded();

        (await app.As("accounting-1").Post(run.Location + "/void", new { reason = "Too late" }, acknowledged.ETag))
            .Refused(409, "export-run-acknowledged");
        (await app.As("accounting-1").Post(run.Location + "/void", new { reason = "Stale" }, run.ETag)).Refused(412, "stale-version");
        Assert.That((await app.As("auditor-1").Get("/export-runs?status=acknowledged")).Succeeded().Json.GetProperty("items")
            .GetArrayLength(), Is.EqualTo(1));
        (await app.As("caseworker-1").Get(run.Location!)).Refused(403, "forbidden");
    }

    [Test]
    public async Task A_run_holds_the_head_of_the_audit_trail()
    {
        await Run();
        var run = await Run();

        var head = await app.Db.Read(session => session.One<string>("select Hash from AuditEvent where Seq = @Seq",
            new { Seq = long.Parse(run["auditSeq"], System.Globalization.CultureInfo.InvariantCulture) }), CancellationToken.None);
        Assert.That(run["auditHash"], Is.EqualTo(head));
    }

    [Test]
    public async Task A_run_takes_its_share_in_the_order_of_the_journal_and_the_next_one_the_rest()
    {
        await Fill(EntriesOnce.MostEntries + 3, new DateOnly(2019, 1, 31));
        await Post(PostingMatrix.Payable, 2, new DateOnly(2019, 2, 1));
        var january = new { format = "csv", postedTo = "2019-01-31" };

        var full = await Run(january);
        var rest = await Run(january);
        var none = await Run(january);
        Assert.That(new[] { full, rest, none }.Select(run => $"{run["number"]}: {run["entryCount"]}"),
            Is.EqualTo(new[] { "1: 10000", "2: 3", "3: 0" }));
        var first = Rows(await File(full));
        Assert.That((first[0], first[^1], RowsOf(await File(rest))),
            Is.EqualTo(("2019/1/1", "2019/10000/1", "2019/10001/1 2019/10002/1 2019/10003/1")));

        // What is freed comes first again, in front of what was posted later.
        (await app.As("accounting-1").Post(full.Location + "/void", new { reason = "Wrong chart" }, full.ETag)).Succeeded();
        (await app.AsMachine().Post(rest.Location + "/acknowledge", ifMatch: rest.ETag)).Succeeded();
        var again = await Run();
        Assert.That((again["number"], again["entryCount"], again["sha256"]), Is.EqualTo(("4", "10000", full["sha256"])));
        Assert.That(RowsOf(await File(await Run())), Is.EqualTo("2019/10004/1 2019/10005/1"));
    }

    [Test]
    public async Task The_database_itself_keeps_what_was_exported()
    {
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 1, 1));
        var run = await Run();

        await using var connection = await app.Db.Dialect.Open(CancellationToken.None);
        string[] columns =
        [
            "Number", "Format", "PostedFrom", "PostedTo", "EntryCount", "PostingCount", "SumCents", "FileName", "Sha256", "AuditSeq",
            "AuditHash", "CreatedBy", "CreatedAt",
        ];
        foreach (var column in columns)
        {
            Assert.That(() => connection.ExecuteAsync($"update ExportRun set {column} = {column}"),
                Throws.InstanceOf<DbException>().With.Message.Contains("final"), column);
        }
        string[] statements =
        [
            "delete from ExportRun", "update ExportFile set Content = Content", "delete from ExportFile",
            "update AuditAnchor set Hash = Hash", "delete from AuditAnchor",
        ];
        foreach (var statement in statements)
            Assert.That(() => connection.ExecuteAsync(statement), Throws.InstanceOf<DbException>(), statement);

        Assert.That((await app.As("accounting-1").Get(run.Location!)).Succeeded().Text, Is.EqualTo(run.Text));
        (await app.As("accounting-1").Post(run.Location + "/void", new { reason = "Wrong chart" }, run.ETag)).Succeeded();
    }

    async Task<Answer> Run(object? filter = null, string? key = null) =>
        (await app.AsMachine().Post("/export-runs", filter ?? new { format = "csv" }, key: key ?? Payments.Key)).Succeeded();

    async Task<Answer> File(Answer run) => (await app.AsMachine().Get($"/export-runs/{run["id"]}/file")).Succeeded();

    Task<int> Claims(Answer run) =>
        app.Db.Read(session => session.One<int>("select count(*) from ExportClaim where ExportRunId = @Id",
            new { Id = Guid.Parse(run["id"]) }), CancellationToken.None);

    static string RowsOf(Answer file) => string.Join(' ', Rows(file));

    static List<string> Rows(Answer file) =>
        [.. file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0])];

    async Task Post(PostingRule rule, int entries, DateOnly on)
    {
        for (var i = 0; i < entries; i++)
        {
            await app.Db.Write<bool>(new Author("test", "test", TimeProvider.System.GetUtcNow().ToMilliseconds()), tx =>
            {
                var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
                Journal.Post(tx, rule, new Money(1_00), new BusinessDocument(id, "T-1", award.Id, "=cmd|' /c calc'!A1", on));
                return Task.FromResult<Outcome<bool>>(true);
            }, CancellationToken.None);
        }
    }

    /// <summary>Writes this number of entries into the empty journal at once.</summary>
    async Task Fill(int entries, DateOnly on)
    {
        const string Numbered = """
            with Digit as (select 0 as D union all select 1 union all select 2 union all select 3 union all select 4
                union all select 5 union all select 6 union all select 7 union all select 8 union all select 9),
            Number as (select 1 + a.D + 10 * b.D + 100 * c.D + 1000 * d.D + 10000 * e.D as N
                from Digit a cross join Digit b cross join Digit c cross join Digit d cross join Digit e where e.D < 2)
            """;
        await using var connection = await app.Db.Dialect.Open(CancellationToken.None);
        var values = new
        {
            entries,
            on,
            Event = PostingMatrix.Payable.Event,
            AwardId = award.Id,
            At = TimeProvider.System.GetUtcNow().ToMilliseconds(),
            Debit = PostingMatrix.Payable.Postings[0].DebitAccount,
            Credit = PostingMatrix.Payable.Postings[0].CreditAccount,
        };
        await connection.ExecuteAsync(Numbered + """
            insert into JournalEntry
                (Seq, FiscalYear, Number, Event, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn, EnteredAt, EnteredBy)
            select N, 2019, N, @Event, @AwardId, @AwardId, 'T-1', 'Test', @on, @on, @At, 'test' from Number where N <= @entries
            """, values);
        await connection.ExecuteAsync(Numbered + """
            insert into Posting (EntrySeq, Line, DebitAccount, CreditAccount, AmountCents)
            select N, 1, @Debit, @Credit, 100 from Number where N <= @entries
            """, values);
        await connection.ExecuteAsync("update JournalHead set Seq = @entries", values);
        await connection.ExecuteAsync("insert into JournalYear (FiscalYear, Number) values (2019, @entries)", values);
    }
}
