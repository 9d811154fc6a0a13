using Dapper;

namespace Auridis.Grants.Tests.Features.AuditTrail;

[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class AuditTrailTests(DatabaseKind kind)
{
    GrantsApp app = null!;

    /// <summary>The number of the last event of the reference data.</summary>
    long start;

    /// <summary>
    /// Each test has a trail of its own, since it spoils it: six events after those of the reference data, of three programmes that are
    /// made and edited.
    /// </summary>
    [SetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(kind);
        start = await app.Db.Read(session => session.One<long>("select Seq from AuditHead"), CancellationToken.None);
        var caseworker = app.As("caseworker-1");
        foreach (var code in (string[])["A", "B", "C"])
        {
            var made = (await caseworker.Post("/programmes", Sample.Programme(code))).Succeeded();
            (await caseworker.Put(made.Location!, new { terms = Sample.Terms with { Title = "Größer – schöner" } }, made.ETag)).Succeeded();
        }
    }

    [TearDown]
    public async Task Stop()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    [Test]
    public async Task An_untouched_trail_is_intact()
    {
        var answer = (await Auditor.Get("/audit-events/verify")).Succeeded();
        var last = (await Auditor.Get("/audit-events?limit=200")).Json.GetProperty("items").EnumerateArray().Last();
        Assert.That((answer["intact"], answer["checked"], answer["to"], answer["headHash"]),
            Is.EqualTo(("True", $"{start + 6}", $"{start + 6}", last.GetProperty("hash").GetString())));
    }

    [Test]
    public async Task Events_are_numbered_in_commit_order_and_a_reader_skips_none()
    {
        const int writers = 10, each = 6;
        var first = start + 6;
        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            for (var number = 0; number < each; number++)
                await Append($"{writer}-{number}", events: 1 + number % 3);
        }));

        // Reads on from the last number it saw, as a copy of the trail elsewhere does, while the writers run.
        List<(long Seq, string Transaction, int Event)> seen = [];
        for (var finished = false; ;)
        {
            var more = await After(seen.Count == 0 ? first : seen[^1].Seq);
            seen.AddRange(more);
            if (finished && more.Count == 0)
                break;
            finished = writing.IsCompleted;
        }
        await writing;

        Assert.That(seen.Select(one => one.Seq), Is.EqualTo(Enumerable.Range(1, writers * each * 2).Select(i => first + i)));
        foreach (var transaction in seen.GroupBy(one => one.Transaction, StringComparer.Ordinal))
        {
            Assert.That(transaction.Select(one => (int)(one.Seq - transaction.First().Seq)),
                Is.EqualTo(transaction.Select(one => one.Event)),
                "the events of a transaction stand together, in their order");
        }
        Assert.That((await Auditor.Get("/audit-events/verify"))["intact"], Is.EqualTo("True"));

        Task Append(string requestId, int events) => app.Db.Write<bool>(new Author("writer", requestId, DateTimeOffset.UnixEpoch), tx =>
        {
            for (var number = 0; number < events; number++)
                Audit.Append(tx, "item.made", Guid.Empty, number);
            return Task.FromResult<Outcome<bool>>(true);
        }, CancellationToken.None);

        Task<List<(long, string, int)>> After(long seq) => app.Db.Read(session => session.All<(long, string, int)>(
            "select Seq, RequestId, ResourceVersion from AuditEvent where Seq > @Seq order by Seq", new { Seq = seq }),
            CancellationToken.None);
    }

    [Test]
    public async Task A_part_of_the_trail_is_verified_alone()
    {
        var answer = (await Auditor.Get($"/audit-events/verify?from={start + 2}&to={start + 4}")).Succeeded();
        Assert.That((answer["intact"], answer["checked"]), Is.EqualTo(("True", "3")));
    }

    [TestCase("from=0")]
    [TestCase("to=100000")]
    [TestCase("from=4&to=2")]
    public async Task A_range_beyond_the_trail_is_refused(string range) =>
        (await Auditor.Get($"/audit-events/verify?{range}")).Refused(400, "validation-failed");

    [TestCase("Actor = 'somebody-else'")]
    [TestCase("Actor = upper(Actor)")]
    [TestCase("Action = 'programme.closed'")]
    [TestCase("ResourceVersion = 9")]
    [TestCase("Details = '{}'")]
    [TestCase("RequestId = 'x'")]
    [TestCase("Hash = '0000000000000000000000000000000000000000000000000000000000000000'")]
    public async Task An_altered_event_is_named(string alteration)
    {
        await Spoil($"update AuditEvent set {alteration} where Seq = {start + 4}");
        await Finds("altered", 4);
    }

    [Test]
    public async Task A_removed_event_is_named()
    {
        await Spoil($"delete from AuditEvent where Seq = {start + 3}");
        await Finds("missing", 3);
    }

    [Test]
    public async Task A_removed_end_is_named()
    {
        await Spoil($"delete from AuditEvent where Seq = {start + 6}");
        await Finds("missing", 6);
    }

    [Test]
    public async Task Swapped_events_are_named()
    {
        await Spoil(
            $"update AuditEvent set Seq = 99999 where Seq = {start + 2}",
            $"update AuditEvent set Seq = {start + 2} where Seq = {start + 5}",
            $"update AuditEvent set Seq = {start + 5} where Seq = 99999");
        await Finds("altered", 2);
    }

    [Test]
    public async Task A_head_that_was_set_back_is_named()
    {
        await Spoil("update AuditHead set Hash = 'f'");
        await Finds("altered", 6, fitting: 6);
    }

    [Test]
    public async Task An_end_that_was_cut_off_with_the_head_set_back_is_named_when_it_was_anchored()
    {
        await Export();
        Assert.That((await Auditor.Get("/audit-events/verify")).Succeeded()["intact"], Is.EqualTo("True"));
        await Spoil(
            $"delete from AuditEvent where Seq > {start + 4}",
            $"update AuditHead set Seq = {start + 4}, Hash = (select Hash from AuditEvent where Seq = {start + 4})");

        await Finds("missing", 5);
    }

    [Test]
    public async Task A_chain_that_was_written_anew_is_named_where_it_was_anchored()
    {
        await Export();
        await Export();
        var last = await app.Db.Read(session => session.One<AuditEvent>("select * from AuditEvent where Seq = @Seq",
            new { Seq = start + 7 }), CancellationToken.None);
        var before = await app.Db.Read(session => session.One<string>("select Hash from AuditEvent where Seq = @Seq",
            new { Seq = start + 6 }), CancellationToken.None);
        var rewritten = new AuditEvent
        {
            Seq = last.Seq,
            At = last.At,
            Actor = "somebody-else",
            Action = last.Action,
            ResourceId = last.ResourceId,
            ResourceVersion = last.ResourceVersion,
            Details = last.Details,
            RequestId = last.RequestId,
            Hash = "",
        };
        await Spoil($"update AuditEvent set Actor = 'somebody-else', Hash = '{Audit.HashOf(before, rewritten)}' where Seq = {start + 7}");

        await Finds("altered", 7);
    }

    /// <summary>SQLite takes any text for these; on SQL Server the columns' types forbid it.</summary>
    [TestCase("At = 'x'")]
    [TestCase("ResourceId = 'x'")]
    [TestCase("ResourceId = lower(ResourceId)")]
    [TestCase("ResourceId = replace(ResourceId, '-', '')")]
    [TestCase("ResourceVersion = 'x'")]
    public async Task What_cannot_be_read_is_a_finding_and_not_an_error(string alteration)
    {
        if (kind != DatabaseKind.Sqlite)
            Assert.Ignore("The columns' types forbid it.");
        await Spoil($"update AuditEvent set {alteration} where Seq = {start + 4}");
        await Finds("altered", 4);
    }

    [Test]
    public async Task The_database_itself_refuses_to_alter_the_trail()
    {
        await using var connection = await app.Db.Dialect.Open(CancellationToken.None);
        foreach (var statement in (string[])["update AuditEvent set Actor = 'x'", "delete from AuditEvent"])
            Assert.That(async () => await connection.ExecuteAsync(statement), Throws.InstanceOf<System.Data.Common.DbException>());
        Assert.That((await Auditor.Get("/audit-events/verify"))["intact"], Is.EqualTo("True"));
    }

    [Test]
    public async Task The_trail_is_read_by_resource_actor_and_action()
    {
        var first = (await Auditor.Get("/audit-events?limit=1&action=programme.created&actor=" + Uri.EscapeDataString(Caseworker)))
            .Succeeded();
        var item = first.Json.GetProperty("items")[0];
        Assert.That(item.GetProperty("details").GetProperty("code").GetString(), Is.EqualTo("A"));

        async Task<int> Count(string filter) =>
            (await Auditor.Get($"/audit-events?{filter}")).Succeeded().Json.GetProperty("items").GetArrayLength();
        Assert.That(await Count($"resourceId={item.GetProperty("resourceId").GetString()}"), Is.EqualTo(2));
        Assert.That(await Count("action=programme.edited"), Is.EqualTo(3));
        Assert.That(await Count($"actor={Uri.EscapeDataString(Caseworker)}"), Is.EqualTo(6));
        Assert.That(await Count($"actor={Uri.EscapeDataString(Caseworker)}&cursor={first["nextCursor"]}"), Is.EqualTo(5));
        (await Auditor.Get("/audit-events?action=Programme.Edited")).Refused(400, "validation-failed");
        Assert.That(await Count($"actor={Uri.EscapeDataString(Caseworker.ToUpperInvariant())}"), Is.EqualTo(6));
        Assert.That(await Count("actor=nobody"), Is.Zero);
    }

    [Test]
    public async Task Only_an_auditor_reads_the_trail()
    {
        (await app.As("caseworker-1").Get("/audit-events")).Refused(403, "forbidden");
        (await app.As("admin-1").Get("/audit-events/verify")).Refused(403, "forbidden");
    }

    const string Caseworker = "urn:auridis-grants:development#caseworker-1";

    GrantsClient Auditor => app.As("auditor-1");

    async Task Finds(string finding, int seq, int? fitting = null)
    {
        var answer = (await Auditor.Get("/audit-events/verify")).Succeeded();
        Assert.That((answer["intact"], answer["finding"], answer["firstAltered"], answer["checked"]),
            Is.EqualTo(("False", finding, $"{start + seq}", $"{start + (fitting ?? seq - 1)}")));
    }

    async Task Export() => (await app.AsMachine().Post("/export-runs", new { format = "csv" }, key: Payments.Key)).Succeeded();

    /// <summary>What somebody with the database in their hands can do: take the triggers away first.</summary>
    async Task Spoil(params string[] statements)
    {
        await app.Db.Write<bool>(new Author("spoiler", "spoiler", DateTimeOffset.UnixEpoch), async tx =>
        {
            foreach (var statement in (string[])["drop trigger TR_AuditEvent_Update", "drop trigger TR_AuditEvent_Delete", .. statements])
                await tx.All<int>(statement);
            return true;
        }, CancellationToken.None);
    }
}
