using System.Collections.Concurrent;
using System.Net;
using Dapper;

namespace Auridis.Grants.Tests.Database;

/// <summary>The process is killed while it writes, again and again. Whatever it has answered is there afterwards, whole; and nothing is there by half.</summary>
[TestFixture]
public sealed class CrashTests
{
    const int Rounds = 10;
    const int Connections = 8;
    const int Seed = 20180926;

    readonly ConcurrentDictionary<string, Answer> acknowledged = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, bool> isChecked = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, bool> unanswered = new(StringComparer.Ordinal);

    [Test]
    public async Task A_killed_server_keeps_its_word()
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        await TestContext.Out.WriteLineAsync($"seed {Seed}");
        var random = new Random(Seed);
        for (var round = 1; round <= Rounds; round++)
        {
            await using var api = await ApiProcess.Start(database.Settings);
            await CheckLastRound(api);
            await WriteUntilKilled(api, round, answersBeforeTheKill: random.Next(1, 200));
        }
        await using var last = await ApiProcess.Start(database.Settings);
        await CheckLastRound(last);
        await CheckAll(last, database);
        await TestContext.Out.WriteLineAsync($"{acknowledged.Count} programmes");
    }

    async Task WriteUntilKilled(ApiProcess api, int round, int answersBeforeTheKill)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = 0;
        var clients = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => api.As("caseworker-1")));
        var writers = clients.Select((client, connection) => Task.Run(async () =>
        {
            for (var number = 0; ; number++)
            {
                var code = $"R{round}-{connection}-{number}";
                unanswered[code] = true;
                try
                {
                    var answer = await client.Post("/programmes", Sample.Programme(code), key: code);
                    acknowledged[code] = answer.Succeeded();
                    unanswered.Remove(code, out _);
                    if (Interlocked.Increment(ref answers) == answersBeforeTheKill)
                        enough.SetResult();
                }
                catch (HttpRequestException)
                {
                    return;
                }
            }
        })).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(writers)).WaitAsync(TimeSpan.FromSeconds(60));
        await api.Kill();
        await Task.WhenAll(writers);
    }

    /// <summary>Everything that was answered is there; everything that was not can be sent again and happens once.</summary>
    async Task CheckLastRound(ApiProcess api)
    {
        var client = await api.As("caseworker-1");
        await Task.WhenAll(acknowledged.Where(write => !isChecked.ContainsKey(write.Key)).Select(async write =>
        {
            var found = await client.Get(write.Value.Location!);
            Assert.That((found.Status, found.Text), Is.EqualTo((HttpStatusCode.OK, write.Value.Text)), write.Key);
            isChecked[write.Key] = true;
        }));
        foreach (var code in unanswered.Keys)
        {
            var first = (await client.Post("/programmes", Sample.Programme(code), key: code)).Succeeded();
            var second = (await client.Post("/programmes", Sample.Programme(code), key: code)).Succeeded();
            Assert.That(second.Bytes, Is.EqualTo(first.Bytes));
            acknowledged[code] = first;
        }
        unanswered.Clear();
    }

    async Task CheckAll(ApiProcess api, TestDatabase database)
    {
        var trail = (await (await api.As("auditor-1")).Get("/audit-events/verify")).Succeeded();
        Assert.That(trail["intact"], Is.EqualTo("True"), trail.Text);

        await using var db = database.Settings.Connect();
        await using var connection = await db.Dialect.Open(CancellationToken.None);
        var codes = (await connection.QueryAsync<string>("select Code from Programme where Code like 'R%'")).AsList();
        Assert.Multiple(async () =>
        {
            Assert.That(codes, Is.EquivalentTo(acknowledged.Keys));
            Assert.That(await Count("AuditEvent where Action = 'programme.created' and Actor <> 'system'"), Is.EqualTo(codes.Count), "audit events");
            Assert.That(await Count("IdempotencyRecord"), Is.EqualTo(codes.Count), "idempotency records");
            Assert.That(await Count("IdempotencyRecord where Status is null or Body is null"), Is.Zero, "records without an answer");
            Assert.That(await connection.ExecuteScalarAsync<long>("select Seq from AuditHead"), Is.EqualTo(await Count("AuditEvent")), "the counter");
            Assert.That(await connection.ExecuteScalarAsync<string>("PRAGMA integrity_check"), Is.EqualTo("ok"));
        });

        Task<long> Count(string what) => connection.ExecuteScalarAsync<long>($"select count(*) from {what}");
    }
}
