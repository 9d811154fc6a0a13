using System.Data.Common;
using System.Text.Json;
using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Tests.Features.Ledger;

public sealed class LedgerTests(DatabaseKind kind) : ApiTests(kind)
{
    SeededAward award = null!;

    [OneTimeSetUp]
    public async Task Seed()
    {
        award = await SeededAward.Insert(app.Db);
    }

    [Test]
    public async Task Entries_are_numbered_in_commit_order_and_a_reader_skips_none()
    {
        var start = await LastSeq();
        const int writers = 20, each = 8;
        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            for (var i = 0; i < each; i++)
                await Post(PostingMatrix.Payable, 1_00 + writer, new DateOnly(2030 + i % 2, 3, 1));
        }));

        // Reads on from the last seq it saw, as an export job does, while the writers run.
        List<JsonElement> seen = [];
        var auditor = app.As("auditor-1");
        while (seen.Count < writers * each)
        {
            var finished = writing.IsCompleted;
            var page = (await auditor.Get(
                FormattableString.Invariant($"/ledger/entries?limit=7&after={(seen.Count == 0 ? start : Seq(seen[^1]))}"))).Succeeded();
            var items = page.Json.GetProperty("items").EnumerateArray().ToList();
            seen.AddRange(items);
            if (finished && items.Count == 0)
                break;
        }
        await writing;

        Assert.That(seen.Select(Seq), Is.EqualTo(Enumerable.Range(1, writers * each).Select(i => start + i)));
        foreach (var year in seen.GroupBy(entry => entry.GetProperty("fiscalYear").GetInt32()))
            Assert.That(year.Select(entry => entry.GetProperty("number").GetInt32()), Is.EqualTo(Enumerable.Range(1, writers * each / 2)),
                year.Key.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.That(seen.Select(entry => entry.GetProperty("reference").GetString()), Is.EqualTo(seen.Select(entry =>
            FormattableString.Invariant($"J-{entry.GetProperty("fiscalYear")}-{entry.GetProperty("number").GetInt32():000000}"))));
    }

    [Test]
    public async Task A_refused_transaction_takes_no_number()
    {
        await Post(PostingMatrix.Payable, 5_00, new DateOnly(2041, 1, 1));
        await app.Db.Write<bool>(Author, tx =>
        {
            Journal.Post(tx, PostingMatrix.Payable, new Money(5_00), Document(new DateOnly(2041, 1, 2)));
            return Task.FromResult<Outcome<bool>>((Problem)Problems.NotFound);
        }, CancellationToken.None);
        await Post(PostingMatrix.Payable, 5_00, new DateOnly(2041, 1, 3));

        var entries = (await app.As("auditor-1").Get("/ledger/entries?from=2041-01-01&to=2041-12-31")).Succeeded()
            .Json.GetProperty("items");
        Assert.That(entries.EnumerateArray().Select(entry => entry.GetProperty("number").GetInt32()), Is.EqualTo(Enumerable.Range(1, 2)));
    }

    [Test]
    public async Task Days_are_read_by_day_and_what_is_new_in_commit_order()
    {
        var start = await LastSeq();
        // Posted in this order: the second of a day may come long after the first.
        foreach (var day in (int[])[3, 1, 2, 1, 3, 2, 4, 1])
            await Post(PostingMatrix.Payable, 1_00, new DateOnly(2051, 7, day));

        var period = await Numbers("/ledger/entries?from=2051-07-01&to=2051-07-03&limit=2");
        var until = await Numbers($"/ledger/entries?to=2051-07-02&awardId={award.Id}&limit=200");
        var after = await Numbers(FormattableString.Invariant($"/ledger/entries?after={start + 1}&from=2051-07-01&to=2051-07-02&limit=2"));

        Assert.Multiple(() =>
        {
            Assert.That(period.Select(seq => seq - start), Is.EqualTo((int[])[2, 4, 8, 3, 6, 1, 5]));
            Assert.That(until.Select(seq => seq - start).Where(seq => seq > 0), Is.EqualTo((int[])[2, 4, 8, 3, 6]));
            Assert.That(after.Select(seq => seq - start), Is.EqualTo((int[])[2, 3, 4, 6, 8]));
        });

        async Task<List<long>> Numbers(string path)
        {
            List<long> numbers = [];
            for (string? cursor = null; ;)
            {
                var page = (await app.As("auditor-1").Get(path + (cursor is null ? "" : $"&cursor={cursor}"))).Succeeded();
                numbers.AddRange(page.Json.GetProperty("items").EnumerateArray().Select(Seq));
                cursor = page.Json.GetProperty("nextCursor").GetString();
                if (cursor is null)
                    return numbers;
            }
        }
    }

    [Test]
    public async Task The_trial_balance_balances_on_every_day()
    {
        await Post(PostingMatrix.Commitment, 900_00, new DateOnly(1990, 1, 1));
        await Post(PostingMatrix.Payable, 300_00, new DateOnly(1990, 2, 1));
        await Post(PostingMatrix.Settlement, 300_00, new DateOnly(1990, 2, 3));

        var before = (await app.As("accounting-1").Get("/ledger/trial-balance?asOf=1990-02-02")).Succeeded();
        var after = (await app.As("funder-1").Get("/ledger/trial-balance?asOf=1990-02-03")).Succeeded();

        Assert.Multiple(() =>
        {
            Assert.That((before["books.debit.amount"], before["books.credit.amount"], before["memo.debit.amount"]),
                Is.EqualTo(("300.00", "300.00", "900.00")));
            Assert.That((after["books.debit.amount"], after["books.credit.amount"]), Is.EqualTo(("900.00", "900.00")));
            Assert.That(Balances(after), Is.EqualTo(
                "1200 -300.00, 1360 0.00, 1400 0.00, 1410 0.00, 1700 0.00, 1701 0.00, 1710 0.00, 1711 0.00, 1800 0.00, 4000 300.00, "
                + "4900 0.00, 4910 0.00, 4940 0.00, 4950 0.00"));
        });
        List<string> days = [.. Enumerable.Range(0, 36).Select(day => "?asOf="
            + new DateOnly(1989, 12, 31).AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ""];
        foreach (var day in days)
        {
            var balance = (await app.As("finance-1").Get("/ledger/trial-balance" + day)).Succeeded();
            Assert.That((balance["books.debit.amount"], balance["memo.debit.amount"]),
                Is.EqualTo((balance["books.credit.amount"], balance["memo.credit.amount"])), day);
        }
    }

    [Test]
    public async Task An_account_sheet_runs_from_opening_to_closing_balance()
    {
        await Post(PostingMatrix.RepaymentClaim, 70_00, new DateOnly(1991, 12, 31));
        await Post(PostingMatrix.RepaymentReceipt, 20_00, new DateOnly(1992, 1, 1));
        await Post(PostingMatrix.RepaymentClaim, 5_00, new DateOnly(1992, 6, 1));
        await Post(PostingMatrix.RepaymentReceipt, 1_00, new DateOnly(1993, 1, 1));

        var sheet = (await app.As("accounting-1").Get("/ledger/accounts/1400/sheet?from=1992-01-01&to=1992-12-31")).Succeeded();

        Assert.That((sheet["opening.amount"], sheet["debit.amount"], sheet["credit.amount"], sheet["closing.amount"]),
            Is.EqualTo(("70.00", "5.00", "20.00", "55.00")));
        Assert.That(string.Join(", ", sheet.Json.GetProperty("lines").EnumerateArray().Select(line =>
            $"{line.GetProperty("contraAccount").GetString()} {line.GetProperty("balance").GetProperty("amount").GetString()}")),
            Is.EqualTo("1200 50.00, 4900 55.00"));
        (await app.As("accounting-1").Get("/ledger/accounts/7777/sheet?from=1992-01-01&to=1992-12-31")).Refused(404, "not-found");
        (await app.As("accounting-1").Get("/ledger/accounts/1400/sheet?from=1992-01-02&to=1992-01-01")).Refused(400, "validation-failed");
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(50)]
    public async Task An_account_sheet_goes_on_from_page_to_page(int limit)
    {
        // A settlement posts to the transit account twice; and what comes late stands on its day. Each case has a year of its own.
        var year = 2060 + limit;
        foreach (var (month, cents) in ((int, long)[])[(2, 1_00), (1, 2_00), (1, 3_00), (3, 4_00), (1, 5_00)])
            await Post(PostingMatrix.Settlement, cents, new DateOnly(year, month, 1));
        await Post(PostingMatrix.Return, 1_00, new DateOnly(year, 12, 31));
        var path = $"/ledger/accounts/1360/sheet?from={year}-01-01&to={year}-12-30&limit={limit}";

        List<string> lines = [];
        List<string> carried = [];
        for (string? next = path; next is not null;)
        {
            var page = (await app.As("accounting-1").Get(next)).Succeeded();
            Assert.That((page["opening.amount"], page["debit.amount"], page["credit.amount"], page["closing.amount"]),
                Is.EqualTo(("0.00", "15.00", "15.00", "0.00")), next);
            carried.Add(page["broughtForward.amount"]);
            lines.AddRange(page.Json.GetProperty("lines").EnumerateArray().Select(line =>
                $"{line.GetProperty("postedOn").GetString()} {line.GetProperty("balance").GetProperty("amount").GetString()}"));
            next = page.Headers.TryGetValue("Link", out var link) ? link[1..link.IndexOf('>', StringComparison.Ordinal)] : null;
            Assert.That(page.Json.GetProperty("nextCursor").GetString() is null, Is.EqualTo(next is null));
        }

        string[] expected =
        [
            $"{year}-01-01 -2.00", $"{year}-01-01 0.00", $"{year}-01-01 -3.00", $"{year}-01-01 0.00", $"{year}-01-01 -5.00",
            $"{year}-01-01 0.00", $"{year}-02-01 -1.00", $"{year}-02-01 0.00", $"{year}-03-01 -4.00", $"{year}-03-01 0.00",
        ];
        Assert.Multiple(() =>
        {
            Assert.That(lines, Is.EqualTo(expected));
            // What a page brings forward is the balance of the last line before it.
            Assert.That(carried, Is.EqualTo(Enumerable.Range(0, (expected.Length + limit - 1) / limit)
                .Select(page => page == 0 ? "0.00" : expected[page * limit - 1].Split(' ')[1])));
        });
    }

    [TestCase("cursor=x", "invalid-cursor")]
    [TestCase("limit=0", "validation-failed")]
    [TestCase("limit=201", "validation-failed")]
    public async Task A_page_of_an_account_sheet_that_cannot_be_is_refused(string query, string code) =>
        (await app.As("accounting-1").Get("/ledger/accounts/1400/sheet?from=1992-01-01&to=1992-12-31&" + query)).Refused(400, code);

    [TestCase("update JournalEntry set Text = 'x'")]
    [TestCase("delete from JournalEntry")]
    [TestCase("update Posting set AmountCents = AmountCents + 1")]
    [TestCase("delete from Posting")]
    public async Task The_database_refuses_to_alter_the_journal(string sql)
    {
        await Post(PostingMatrix.Payable, 1_00, new DateOnly(2044, 1, 1));

        Assert.That(() => app.Db.Write<bool>(Author, async tx => await tx.Execute(sql) > 0, CancellationToken.None),
            Throws.InstanceOf<DbException>().With.Message.Contains("append-only"));
    }

    [Test]
    public async Task Accounts_and_matrix_can_be_read()
    {
        var accounts = (await app.As("accounting-1").Get("/ledger/accounts")).Succeeded().Json.GetProperty("items");
        var matrix = (await app.As("accounting-1").Get("/ledger/posting-matrix")).Succeeded().Json.GetProperty("items");

        Assert.That((accounts.GetArrayLength(), matrix.GetArrayLength()), Is.EqualTo((Accounts.All.Count, PostingMatrix.All.Count)));
    }

    [TestCase("applicant-05512000", "entries")]
    [TestCase("caseworker-1", "trial-balance")]
    [TestCase("funder-1", "entries")]
    [TestCase("funder-1", "accounts")]
    public async Task The_ledger_is_for_those_who_keep_and_examine_it(string person, string what) =>
        (await app.As(person).Get("/ledger/" + what)).Refused(403, "forbidden");

    [Test]
    public async Task Loading_the_accounts_again_changes_nothing()
    {
        await Accounts.Load(app.Db, TimeProvider.System, CancellationToken.None);

        Assert.That((await app.Db.Read(Account.All, CancellationToken.None))
            .Order(Comparer<Account>.Create((a, b) => string.CompareOrdinal(a.Number, b.Number))),
            Is.EqualTo(Accounts.All));
    }

    static Author Author => new("test", "test", TimeProvider.System.GetUtcNow().ToMilliseconds());

    BusinessDocument Document(DateOnly on) =>
        new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), "T-1", award.ProgrammeId, award.Id, "A test", on);

    [Test]
    public async Task An_entry_can_have_postings_of_different_amounts()
    {
        var last = await LastSeq();
        var kept = 0L;
        await app.Db.Write<bool>(Author, tx =>
        {
            Journal.PostParts(tx, PostingMatrix.RepaymentReceipt, [new Money(3_00), new Money(2_00)], Document(new DateOnly(2085, 1, 2)),
                (_, seq) => Task.FromResult(kept = seq));
            return Task.FromResult<Outcome<bool>>(true);
        }, CancellationToken.None);
        await app.Db.Write<bool>(Author, tx =>
        {
            Journal.PostParts(tx, PostingMatrix.RepaymentReceipt, [new Money(0), new Money(4_00)], Document(new DateOnly(2085, 1, 3)),
                reverses: kept);
            return Task.FromResult<Outcome<bool>>(true);
        }, CancellationToken.None);

        var entries = (await app.As("accounting-1").Get($"/ledger/entries?after={last}")).Succeeded().Json.GetProperty("items");
        Assert.Multiple(() =>
        {
            Assert.That(kept, Is.EqualTo(last + 1));
            Assert.That(entries.EnumerateArray().Select(Postings),
                Is.EqualTo(new[] { "1: 1200 an 1400 3.00, 2: 1200 an 1710 2.00", "1: 1200 an 1710 4.00" }));
            Assert.That(entries.EnumerateArray().Select(entry => entry.GetProperty("reverses").ToString()),
                Is.EqualTo(new[] { "", kept.ToString(System.Globalization.CultureInfo.InvariantCulture) }));
        });
        var balance = (await app.As("accounting-1").Get("/ledger/trial-balance?asOf=2085-01-03")).Succeeded();
        Assert.That(balance["books.debit.amount"], Is.EqualTo(balance["books.credit.amount"]));
    }

    [Test]
    public async Task An_event_is_posted_as_its_rule_says() => await app.Db.Write<bool>(Author, tx =>
    {
        var document = Document(new DateOnly(2085, 1, 4));
        Assert.Multiple(() =>
        {
            Assert.That(() => Journal.Post(tx, PostingMatrix.RepaymentReceipt, new Money(1), document), Throws.ArgumentException);
            Assert.That(() => Journal.PostParts(tx, PostingMatrix.Payable, [new Money(1)], document), Throws.ArgumentException);
            Assert.That(() => Journal.PostParts(tx, PostingMatrix.RepaymentReceipt, [new Money(1)], document), Throws.ArgumentException);
            Assert.That(() => Journal.PostParts(tx, PostingMatrix.RepaymentReceipt, [new Money(0), new Money(0)], document),
                Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Journal.PostParts(tx, PostingMatrix.RepaymentReceipt, [new Money(2), new Money(-1)], document),
                Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
        return Task.FromResult<Outcome<bool>>(true);
    }, CancellationToken.None);

    static string Postings(JsonElement entry) => string.Join(", ", entry.GetProperty("postings").EnumerateArray().Select(posting =>
        $"{posting.GetProperty("line").GetInt32()}: {posting.GetProperty("debitAccount").GetString()} an "
        + $"{posting.GetProperty("creditAccount").GetString()} {posting.GetProperty("amount").GetProperty("amount").GetString()}"));

    async Task Post(PostingRule rule, long cents, DateOnly on) => await app.Db.Write<bool>(Author, tx =>
    {
        if (rule.Split)
            Journal.PostParts(tx, rule, [new Money(cents), new Money(0)], Document(on));
        else
            Journal.Post(tx, rule, new Money(cents), Document(on));
        return Task.FromResult<Outcome<bool>>(true);
    }, CancellationToken.None);

    Task<long> LastSeq() =>
        app.Db.Read(session => session.One<long>("select coalesce(max(Seq), 0) from JournalEntry"), CancellationToken.None);

    static long Seq(JsonElement entry) => entry.GetProperty("seq").GetInt64();

    static string Balances(Answer trialBalance) =>
        string.Join(", ", trialBalance.Json.GetProperty("books").GetProperty("accounts").EnumerateArray()
        .Select(line => $"{line.GetProperty("number").GetString()} {line.GetProperty("balance").GetProperty("amount").GetString()}"));
}
