using System.Data.Common;
using System.Security.Cryptography;
using Auridis.Grants.Api.Features.ExportRuns;
using Auridis.Grants.Api.Features.Ledger;
using Dapper;

namespace Auridis.Grants.Tests.Features.ExportRuns;

/// <summary>What a run takes, and what becomes of it.</summary>
[NonParallelizable]
public sealed class ExportTests(DatabaseKind kind) : ExportFixture(kind)
{
    [Test]
    public async Task A_run_takes_everything_new_once()
    {
        await Post(PostingMatrix.Commitment, 3, new DateOnly(2019, 1, 1));
        await Post(PostingMatrix.Settlement, 2, new DateOnly(2019, 1, 2));

        var run = await Run();
        var next = await Run();

        Assert.Multiple(() =>
        {
            Assert.That((run["number"], run["reference"], run["entryCount"], run["postingCount"], run["sum.amount"], run["status"]),
                Is.EqualTo(("1", "EX-000001", "2", "4", "4.00", "completed")));
            Assert.That((next["number"], next["entryCount"], next["status"]), Is.EqualTo(("2", "0", "completed")));
        });
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 1, 3));
        Assert.That(RowsOf(await File(await Run())), Is.EqualTo("J-2019-000006-1"));
    }

    [Test]
    public async Task A_run_of_a_programme_takes_its_entries_and_leaves_the_others()
    {
        var first = award;
        await Post(PostingMatrix.Payable, 2, new DateOnly(2019, 1, 1));
        award = await SeededAward.Insert(app.Db);
        await Post(PostingMatrix.Payable, 1, new DateOnly(2019, 1, 2));

        var run = await Run(new { format = "csv", programmeId = first.ProgrammeId });
        var rest = await Run();

        Assert.That((run["programmeId"], run["entryCount"], rest["programmeId"], rest["entryCount"]),
            Is.EqualTo(($"{first.ProgrammeId}", "2", "", "1")));
        var listed = (await app.AsMachine().Get($"/export-runs?programmeId={first.ProgrammeId}")).Succeeded().Json.GetProperty("items");
        Assert.That(listed.EnumerateArray().Select(item => item.GetProperty("id").GetString()), Is.EqualTo([run["id"]]));
    }

    [Test]
    public async Task A_run_of_a_programme_that_there_is_not_is_refused()
    {
        (await app.AsMachine().Post("/export-runs", new { format = "csv", programmeId = award.Id }, key: Payments.Key))
            .Refused(409, "programme-unknown");

        Assert.That((await Run())["number"], Is.EqualTo("1"), "no number was taken");
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
        Assert.That((await app.AsMachine().Get(run.Location + "/file", ifNoneMatch: first.ETag)).Succeeded().Bytes,
            Is.EqualTo(first.Bytes), "as the document says, there is no other success");
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
            Is.EqualTo("J-2019-000002-1"));
        Assert.That(RowsOf(await File(await Run())), Is.EqualTo("J-2019-000001-1 J-2019-000003-1"));
        var backwards = (await app.AsMachine()
            .Post("/export-runs", new { format = "csv", postedFrom = "2019-02-01", postedTo = "2019-01-28" }, key: Payments.Key))
            .Refused(400, "validation-failed");
        Assert.That(backwards["errors"], Does.Contain("/postedTo").And.Contain("2019-02-01 or later"));
        (await app.AsMachine().Post("/export-runs", new { format = "xml" }, key: Payments.Key)).Refused(400, "validation-failed");
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
            Is.EqualTo(("J-2019-000001-1", "J-2019-010000-1", "J-2019-010001-1 J-2019-010002-1 J-2019-010003-1")));

        // What is freed comes first again, in front of what was posted later.
        (await app.As("accounting-1").Post(full.Location + "/void", new { reason = "Wrong chart" }, full.ETag)).Succeeded();
        (await app.AsMachine().Post(rest.Location + "/acknowledge", ifMatch: rest.ETag)).Succeeded();
        var again = await Run();
        Assert.That((again["number"], again["entryCount"], again["sha256"]), Is.EqualTo(("4", "10000", full["sha256"])));
        Assert.That(RowsOf(await File(await Run())), Is.EqualTo("J-2019-010004-1 J-2019-010005-1"));
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

    static string RowsOf(Answer file) => string.Join(' ', Rows(file));

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
                (Seq, FiscalYear, Number, Event, AwardId, DocumentId, DocumentReference, Text, DocumentOn, PostedOn, CreatedAt, EnteredBy)
            select N, 2019, N, @Event, @AwardId, @AwardId, 'T-1', 'Test', @on, @on, @At, 'test' from Number where N <= @entries
            """, values);
        await connection.ExecuteAsync(Numbered + """
            insert into Posting (EntrySeq, Line, PostedOn, DebitAccount, CreditAccount, AmountCents)
            select N, 1, @on, @Debit, @Credit, 100 from Number where N <= @entries
            """, values);
        await connection.ExecuteAsync("update JournalHead set Seq = @entries", values);
        await connection.ExecuteAsync("insert into JournalYear (FiscalYear, Number) values (2019, @entries)", values);
    }
}
