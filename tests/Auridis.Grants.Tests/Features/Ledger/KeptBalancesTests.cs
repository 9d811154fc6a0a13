using System.Data.Common;
using System.Globalization;
using Auridis.Grants.Api;
using Auridis.Grants.Api.Features.Ledger;

namespace Auridis.Grants.Tests.Features.Ledger;

/// <summary>The balances that are kept are what the entries come to, whoever posts what and when.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class KeptBalancesTests(DatabaseKind kind)
{
    static readonly DateOnly Day = new(2031, 5, 10);

    GrantsApp app = null!;
    Guid programme;

    /// <summary>Each test has a ledger of its own, since some spoil it.</summary>
    [SetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(kind);
        programme = await app.Db.Read(
            session => session.One<Guid>("select Id from Programme where Code = '2018-A'"), CancellationToken.None);
    }

    [TearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    [Test]
    public async Task Whoever_posts_at_once_on_whatever_day_the_balances_agree_with_the_entries()
    {
        const int writers = 16, each = 5;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            for (var i = 0; i < each; i++)
            {
                // Two entries of different days in one transaction, with three accounts and two.
                await Post(
                    (PostingMatrix.Settlement, 100 + writer, Day.AddDays((writer * 7 + i * 3) % 11)),
                    (PostingMatrix.CommitmentUse, 100 + i, Day.AddDays((writer + i) % 5)));
            }
        }));

        var verified = (await Auditor.Get("/ledger/verification")).Succeeded();
        Assert.That((verified["intact"], verified["entries"], verified.Json.GetProperty("firstDifference").ValueKind),
            Is.EqualTo(("True", $"{2 * writers * each}", System.Text.Json.JsonValueKind.Null)));
        for (var day = Day.AddDays(-1); day <= Day.AddDays(12); day = day.AddDays(1))
            Assert.That(await TrialBalance(day), Is.EqualTo(await SumsOfEntries(day)), $"{day}");
    }

    [Test]
    public async Task What_is_posted_to_an_earlier_day_changes_the_days_since_then()
    {
        await Post((PostingMatrix.Payable, 50_00, Day));
        await Post((PostingMatrix.Payable, 7_00, Day.AddDays(4)));
        await Post((PostingMatrix.Payable, 1_00, Day.AddDays(2)));
        await Post((PostingMatrix.Payable, 20, Day.AddDays(-3)));

        List<string> grants = [];
        for (var day = Day.AddDays(-4); day <= Day.AddDays(5); day = day.AddDays(1))
            grants.Add((await TrialBalance(day))[Accounts.Grants]);

        Assert.That(grants, Is.EqualTo((string[])
            ["0.00", "0.20", "0.20", "0.20", "50.20", "50.20", "51.20", "51.20", "58.20", "58.20"]));
        Assert.That((await Auditor.Get("/ledger/verification")).Succeeded()["intact"], Is.EqualTo("True"));
    }

    [Test]
    public async Task A_refused_transaction_changes_no_balance()
    {
        await app.Db.Write<bool>(Author, tx =>
        {
            Journal.Post(tx, PostingMatrix.Payable, new Money(5_00), Document(Day));
            return Task.FromResult<Outcome<bool>>((Problem)Problems.NotFound);
        }, CancellationToken.None);

        var verified = (await Auditor.Get("/ledger/verification")).Succeeded();
        Assert.That((verified["intact"], verified["entries"], verified["balances"]), Is.EqualTo(("True", "0", "0")));
    }

    [TestCase("update AccountBalance set DebitCents = DebitCents + 1 where Account = '4000' and PostedOn = '2031-05-11'",
        "4000 2031-05-11 debit: 8.01, 8.00")]
    [TestCase("update AccountBalance set CreditCents = CreditCents - 1 where Account = '1700'",
        "1700 2031-05-10 credit: 4.99, 5.00")]
    [TestCase("delete from AccountBalance where Account = '4000' and PostedOn = '2031-05-11'",
        "4000 2031-05-11 debit: none, 8.00")]
    [TestCase("insert into AccountBalance (Account, PostedOn, DebitCents, CreditCents) values ('1200', '2031-05-09', 0, 0)",
        "1200 2031-05-09 debit: 0.00, none")]
    public async Task The_first_balance_that_differs_is_named(string alteration, string difference)
    {
        await Post((PostingMatrix.Payable, 5_00, Day));
        await Post((PostingMatrix.Payable, 3_00, Day.AddDays(1)));
        await Spoil("drop trigger TR_AccountBalance_Update", "drop trigger TR_AccountBalance_Delete", alteration);

        var verified = (await Auditor.Get("/ledger/verification")).Succeeded();

        Assert.That((verified["intact"], verified.Difference()), Is.EqualTo(("False", "/ledger/accounts/" + difference)));
    }

    [TestCase("drop trigger TR_Posting_Update", "update Posting set AmountCents = AmountCents + 1 where EntrySeq = 2")]
    [TestCase("drop trigger TR_Posting_Delete", "delete from Posting where EntrySeq = 2")]
    public async Task An_altered_posting_is_found_by_the_balances_of_its_day(params string[] statements)
    {
        await Post((PostingMatrix.Payable, 5_00, Day));
        await Post((PostingMatrix.Payable, 3_00, Day.AddDays(1)));
        await Spoil(statements);

        var verified = (await Auditor.Get("/ledger/verification")).Succeeded();

        Assert.That((verified["intact"], verified["firstDifference.resource"], verified["firstDifference.postedOn"]),
            Is.EqualTo(("False", "/ledger/accounts/" + Accounts.PayableToSites, "2031-05-11")));
    }

    [TestCase("update AccountBalance set DebitCents = DebitCents - 1 where Account = '4000'")]
    [TestCase("update AccountBalance set CreditCents = CreditCents - 1 where Account = '1700'")]
    [TestCase("update AccountBalance set PostedOn = '2031-05-09'")]
    [TestCase("update AccountBalance set Account = '1200' where Account = '1700'")]
    [TestCase("delete from AccountBalance")]
    public async Task The_database_refuses_to_take_back_what_was_posted(string sql)
    {
        await Post((PostingMatrix.Payable, 5_00, Day));

        Assert.That(() => Spoil(sql), Throws.InstanceOf<DbException>().With.Message.Contains("only grows"));
    }

    [Test]
    public async Task The_command_verify_says_what_differs()
    {
        await Post((PostingMatrix.Payable, 5_00, Day));
        using var intact = new StringWriter();
        using var spoilt = new StringWriter();

        var before = await VerifyCommand.Run(app.DatabaseArguments, intact);
        await Spoil("update AccountBalance set DebitCents = DebitCents + 1 where Account = '4000'");
        await Spoil("drop trigger TR_AuditEvent_Update", "update AuditEvent set Action = 'x' where Seq = 2");
        var after = await VerifyCommand.Run(app.DatabaseArguments, spoilt);
        using var ledger = new StringWriter();
        var alone = await VerifyCommand.RunLedger(app.DatabaseArguments, ledger);

        Assert.Multiple(() =>
        {
            Assert.That((before, after, alone), Is.EqualTo((0, 1, 1)));
            Assert.That(intact.ToString(), Does.Match("^The audit trail is intact: [0-9]+ events, the last with the hash [0-9a-f]{64}."
                + $"{Environment.NewLine}The ledger is intact: 1 entries, with 2 balances, 0 awards and 0 repayment claims that agree with "
                + $"them.{Environment.NewLine}$"));
            Assert.That(spoilt.ToString(), Is.EqualTo($"The audit trail is NOT intact: event 2 is altered.{Environment.NewLine}{ledger}"));
            Assert.That(ledger.ToString(), Is.EqualTo(
                "The ledger is NOT intact: debit of /ledger/accounts/4000 on 2031-05-10 is kept as 5.01, and comes to 5.00."
                + Environment.NewLine));
        });
    }

    static Author Author => new("test", "test", TimeProvider.System.GetUtcNow().ToMilliseconds());

    GrantsClient Auditor => app.As("auditor-1");

    BusinessDocument Document(DateOnly on) =>
        new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), "T-1", programme, null, "A test", on);

    async Task Post(params (PostingRule Rule, long Cents, DateOnly On)[] entries) => await app.Db.Write<bool>(Author, tx =>
    {
        foreach (var (rule, cents, on) in entries)
            Journal.Post(tx, rule, new Money(cents), Document(on));
        return Task.FromResult<Outcome<bool>>(true);
    }, CancellationToken.None);

    async Task Spoil(params string[] statements) => await app.Db.Write<bool>(Author, async tx =>
    {
        foreach (var statement in statements)
            await tx.All<int>(statement);
        return true;
    }, CancellationToken.None);

    /// <summary>The balance of each account, as the API tells it.</summary>
    async Task<Dictionary<string, string>> TrialBalance(DateOnly day)
    {
        var balance = (await Auditor.Get("/ledger/trial-balance?asOf=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            .Succeeded().Json;
        return new[] { "books", "memo" }
            .SelectMany(section => balance.GetProperty(section).GetProperty("accounts").EnumerateArray())
            .ToDictionary(
                line => line.GetProperty("number").GetString()!,
                line => line.GetProperty("balance").GetProperty("amount").GetString()!,
                StringComparer.Ordinal);
    }

    /// <summary>The balance of each account, added up.</summary>
    async Task<Dictionary<string, string>> SumsOfEntries(DateOnly day)
    {
        var sums = Accounts.All.ToDictionary(account => account.Number, _ => 0L, StringComparer.Ordinal);
        foreach (var posting in await app.Db.Read(session => session.All<PostingLine>("""
            select p.Line, p.DebitAccount, p.CreditAccount, p.AmountCents
            from Posting p join JournalEntry e on e.Seq = p.EntrySeq where e.PostedOn <= @day
            """, new { day }), CancellationToken.None))
        {
            sums[posting.DebitAccount] += posting.Amount.Cents;
            sums[posting.CreditAccount] -= posting.Amount.Cents;
        }
        return sums.ToDictionary(sum => sum.Key, sum => new Money(sum.Value).ToAmount(), StringComparer.Ordinal);
    }
}
