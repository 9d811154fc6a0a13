using System.Collections.Concurrent;
using System.Net;
using Auridis.Grants.Api.Features.Programmes;
using Dapper;

namespace Auridis.Grants.Tests.Platform.Database;

/// <summary>
/// The process is killed while it writes, again and again. Whatever it has answered is there afterwards, whole; what it has not answered
/// can be sent again and happens once; and nothing is there by half: a payment's steps change the award, the payment, the journal and the
/// audit trail together.
/// </summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class CrashTests(DatabaseKind kind)
{
    const int Writers = 4;
    const int Seed = 20180926;

    /// <summary>A server's own recovery is not ours to test: there it is about open transactions of a client that has vanished.</summary>
    readonly int rounds = kind == DatabaseKind.Sqlite ? 10 : 3;

    /// <summary>What is sent, by its key, until it is answered.</summary>
    readonly ConcurrentDictionary<string, Write> unanswered = new(StringComparer.Ordinal);

    /// <summary>The newest answer about each resource, and who got it, until it is compared with what is there after the kill.</summary>
    readonly ConcurrentDictionary<string, (string Person, string Text)> promised = new(StringComparer.Ordinal);

    int programmes;
    int steps;

    [Test]
    [CancelAfter(Limit.OfATest)]
    public async Task A_killed_server_keeps_its_word(CancellationToken cancel)
    {
        await using var database = await TestDatabase.Create(kind);
        await using (await ApiProcess.Start(database.Settings))
        {
            // It has made the tables.
        }
        var awards = await Awards(database);
        await TestContext.Out.WriteLineAsync($"seed {Seed}");
        var random = new Random(Seed);
        for (var round = 1; round <= rounds; round++)
        {
            await using var api = await ApiProcess.Start(database.Settings);
            await CheckAfterRestart(api, database);
            await WriteUntilKilled(api, awards, round, answersBeforeTheKill: random.Next(5, 25), cancel);
        }
        await using var last = await ApiProcess.Start(database.Settings);
        await CheckAfterRestart(last, database);
        await TestContext.Out.WriteLineAsync($"{programmes} programmes, {steps} steps of payments");
    }

    static async Task<List<SeededAward>> Awards(TestDatabase database)
    {
        await using var db = database.Settings.Connect();
        var awards = new List<SeededAward>();
        for (var office = 0; office < 4; office++)
            awards.Add(await SeededAward.Insert(db, posted: true));
        return awards;
    }

    /// <param name="answersBeforeTheKill">This many programmes and steps of payments are answered before the process dies during the
    /// next ones.</param>
    async Task WriteUntilKilled(ApiProcess api, List<SeededAward> awards, int round, int answersBeforeTheKill, CancellationToken cancel)
    {
        var (made, taken) = (programmes, steps);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writers = Enumerable.Range(0, Writers).Select(writer => CreateProgrammes($"R{round}-{writer}"))
            .Concat(awards.Select((award, writer) => PayOut(award, $"R{round}-payment-{writer}")))
            .ToList();

        var first = await Task.WhenAny(enough.Task, Task.WhenAll(writers)).WaitAsync(cancel);
        await api.Kill();
        await Task.WhenAll(writers);
        Assert.That(first, Is.SameAs(enough.Task),
            $"round {round}: all writers ended before the kill, after {programmes - made} programmes and {steps - taken} steps");

        Task CreateProgrammes(string name) => UntilTheEnd(["caseworker-1"], async (clients, number) =>
        {
            var code = $"{name}-{number}";
            await Send(clients[0], new Write("caseworker-1", "/programmes", Sample.Programme(code), null, code));
            Interlocked.Increment(ref programmes);
        });

        Task PayOut(SeededAward award, string name) => UntilTheEnd([award.Applicant, "finance-1", "finance-2"], async (clients, number) =>
        {
            var requested = await Send(clients[0],
                new Write(award.Applicant, $"/awards/{award.Id}/disbursements", award.Request("1.00"), null, $"{name}-{number}-request"));
            Interlocked.Increment(ref steps);
            var approved = await Send(clients[1],
                new Write("finance-1", requested.Location + "/approve", Payments.Right, requested.ETag, $"{name}-{number}-approve"));
            Interlocked.Increment(ref steps);
            await Send(clients[2],
                new Write("finance-2", requested.Location + "/release", null, approved.ETag, $"{name}-{number}-release"));
            Interlocked.Increment(ref steps);
        });

        async Task UntilTheEnd(string[] persons, Func<GrantsClient[], int, Task> write)
        {
            var clients = await Task.WhenAll(persons.Select(api.As));
            try
            {
                for (var number = 0; ; number++)
                {
                    await write(clients, number);
                    if (programmes - made >= answersBeforeTheKill && steps - taken >= answersBeforeTheKill)
                        enough.TrySetResult();
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException or System.Net.Sockets.SocketException)
            {
                // The process is dead.
            }
        }
    }

    async Task<Answer> Send(GrantsClient client, Write write)
    {
        unanswered[write.Key] = write;
        var answer = (await client.Post(write.Path, write.Body, write.IfMatch, write.Key)).Succeeded();
        promised[answer.Location ?? $"/disbursements/{answer["id"]}"] = (write.Person, answer.Text);
        unanswered.Remove(write.Key, out _);
        return answer;
    }

    async Task CheckAfterRestart(ApiProcess api, TestDatabase database)
    {
        // Before anything new is written.
        await CheckInvariants(api, database);
        foreach (var write in unanswered.Values)
        {
            var client = await api.As(write.Person);
            var first = await Send(client, write);
            var second = await Send(client, write);
            Assert.That(second.Bytes, Is.EqualTo(first.Bytes), write.Key);
            Interlocked.Increment(ref write.Body is CreateProgramme.Request ? ref programmes : ref steps);
        }
        foreach (var person in promised.GroupBy(promise => promise.Value.Person, StringComparer.Ordinal))
        {
            var client = await api.As(person.Key);
            await Task.WhenAll(person.Select(async promise =>
            {
                var found = await client.Get(promise.Key);
                Assert.That((found.Status, found.Text), Is.EqualTo((HttpStatusCode.OK, promise.Value.Text)), promise.Key);
            }));
        }
        promised.Clear();
        await CheckInvariants(api, database);
        Assert.That(await Count(database, "IdempotencyRecord"), Is.EqualTo(programmes + steps), "one record for each write");
        Assert.That(await Count(database, "Programme where Code like 'R%'"), Is.EqualTo(programmes));
        Assert.That(await Count(database, "AuditEvent where Action like 'disbursement.%'"), Is.EqualTo(steps));
    }

    static async Task CheckInvariants(ApiProcess api, TestDatabase database)
    {
        var auditor = await api.As("auditor-1");
        var trail = await VerifiedTrail(auditor);
        var balance = (await auditor.Get("/ledger/trial-balance")).Succeeded();
        var ledger = (await auditor.Get("/ledger/verification")).Succeeded();
        List<string> broken = [];
        foreach (var (rule, violations) in Violations)
        {
            if (await Count(database, violations) > 0)
                broken.Add(rule);
        }
        Assert.Multiple(() =>
        {
            Assert.That(broken, Is.Empty);
            Assert.That(trail["intact"], Is.EqualTo("True"), trail.Text);
            Assert.That(ledger["intact"], Is.EqualTo("True"), ledger.Text);
            Assert.That(balance["books.debit.amount"], Is.EqualTo(balance["books.credit.amount"]));
        });
        if (database.Settings.Provider == "Sqlite")
        {
            await using var db = database.Settings.Connect();
            await using var connection = await db.Dialect.Open(CancellationToken.None);
            Assert.That(await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check"), Is.EqualTo("ok"));
            Assert.That(await connection.QueryAsync("PRAGMA foreign_key_check"), Is.Empty);
        }
    }

    /// <summary>
    /// SqlClient 6.1 now and then misreads a long answer of a server without TLS (decision 3): the request fails with 500 or 503, and a
    /// later one is right. That is the driver's, and not what this test asks.
    /// </summary>
    static async Task<Answer> VerifiedTrail(GrantsClient auditor)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await auditor.Get("/audit-events/verify");
            if (answer.Status is not (HttpStatusCode.InternalServerError or HttpStatusCode.ServiceUnavailable) || attempt == 10)
                return answer.Succeeded();
        }
    }

    static async Task<long> Count(TestDatabase database, string what)
    {
        await using var db = database.Settings.Connect();
        await using var connection = await db.Dialect.Open(CancellationToken.None);
        return await connection.ExecuteScalarAsync<long>($"select count(*) from {what}");
    }

    /// <summary>What must not be found, whenever the process died.</summary>
    static readonly (string Rule, string Violations)[] Violations =
    [
        ("what is drawn of an award is the sum of its payments", """
            Award a where a.DrawnCents <> (
                select coalesce(sum(d.AmountCents), 0) from Disbursement d
                where d.AwardId = a.Id and d.Status in ('requested', 'approved', 'released'))
            """),
        ("an award counts its payments", "Award a where a.PaymentCount <> (select count(*) from Disbursement d where d.AwardId = a.Id)"),
        ("a payment is posted when it is released, once", """
            Disbursement d where (case when d.Status = 'released' then 1 else 0 end) <> (
                select count(*) from JournalEntry e where e.DocumentId = d.Id and e.Event = 'payable')
            """),
        ("it is posted in full", """
            JournalEntry e join Disbursement d on d.Id = e.DocumentId
            where d.AmountCents <> (select coalesce(sum(p.AmountCents), 0) from Posting p where p.EntrySeq = e.Seq)
            """),
        ("nothing else is posted but what was promised before", """
            JournalEntry e where e.Event <> 'commitment' and not exists (select 1 from Disbursement d where d.Id = e.DocumentId)
            """),
        ("the journal has no gap", """
            JournalHead h where h.Seq <> (select count(*) from JournalEntry) or h.Seq <> (select coalesce(max(Seq), 0) from JournalEntry)
            """),
        ("a year's numbers have no gap", """
            JournalYear y where y.Number <> (select count(*) from JournalEntry e where e.FiscalYear = y.FiscalYear)
                or y.Number <> (select coalesce(max(e.Number), 0) from JournalEntry e where e.FiscalYear = y.FiscalYear)
            """),
        ("the audit trail has no gap", "AuditHead h where h.Seq <> (select count(*) from AuditEvent)"),
        ("each version of a payment has its event",
            "Disbursement d where d.Version <> (select count(*) from AuditEvent e where e.ResourceId = d.Id)"),
        ("each version of a programme has its event",
            "Programme p where p.Code like 'R%' and p.Version <> (select count(*) from AuditEvent e where e.ResourceId = p.Id)"),
        ("a key that is taken has its answer", "IdempotencyRecord where Status is null or Body is null"),
    ];

    /// <summary>A request that changes something, as it can be sent again.</summary>
    sealed record Write(string Person, string Path, object? Body, string? IfMatch, string Key);
}
