using System.Text.Json;
using Auridis.Grants.Api.Features.Disbursements;

namespace Auridis.Grants.Tests.Platform.Http;

/// <summary>What a client that polls reads by <c>changedSince</c>: each change, in order, and none is missed.</summary>
public sealed class ChangesTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Long = "2001-01-01T00:00:00Z";

    [Test]
    public async Task A_change_is_told_with_its_time_and_version()
    {
        var award = await SeededAward.Insert(app.Db);
        var before = await Read($"/awards?programmeId={award.ProgrammeId}&changedSince={Long}");
        Assert.That(Ids(before), Is.EqualTo([$"{award.Id}"]));

        await app.Requested(award, "10.00");
        var changed = (await Read($"/awards?programmeId={award.ProgrammeId}&changedSince={Long}")).Single();

        Assert.That((changed.GetProperty("version").GetInt32(), changed.GetProperty("createdAt").GetString()),
            Is.EqualTo((2, before.Single().GetProperty("createdAt").GetString())));
        Assert.That(Time(changed, "updatedAt"), Is.GreaterThanOrEqualTo(Time(before.Single(), "updatedAt")));
        Assert.That(Ids(await Read($"/awards?programmeId={award.ProgrammeId}&changedSince={changed.GetProperty("updatedAt")}")),
            Is.EqualTo([$"{award.Id}"]), "the time itself is included");
        var later = Wire(Time(changed, "updatedAt").AddMilliseconds(1));
        Assert.That(await Read($"/awards?programmeId={award.ProgrammeId}&changedSince={later}"), Is.Empty);
    }

    [Test]
    public async Task What_changes_while_a_client_reads_comes_again_and_nothing_is_missed()
    {
        var award = await SeededAward.Insert(app.Db);
        List<string> payments = [];
        for (var i = 0; i < 5; i++)
            payments.Add((await app.Requested(award, "10.00"))["id"]);
        var list = $"/disbursements?awardId={award.Id}&changedSince={Long}&limit=2";

        var first = (await app.As("finance-1").Get(list)).Succeeded();
        (await app.As(award.Applicant).Post($"/disbursements/{payments[0]}/cancel", ifMatch: "\"1\"", key: Payments.Key)).Succeeded();
        var rest = await Read(list, first);

        Assert.That(Ids(Items(first)), Is.EqualTo(payments.Take(2)));
        Assert.That(Ids(rest), Is.EqualTo([.. payments.Skip(2), payments[0]]), "the change stands behind all that was there");
        Assert.That(rest[^1].GetProperty("status").GetString(), Is.EqualTo(DisbursementStatus.Cancelled));
    }

    [Test]
    public async Task Changes_of_one_moment_are_paged_too()
    {
        var award = await SeededAward.Insert(app.Db);
        for (var i = 0; i < 5; i++)
            await app.Requested(award, "10.00");
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update Disbursement set UpdatedAt = @At where AwardId = @Id", new { tx.Author.At, award.Id }), CancellationToken.None);

        var read = await Read($"/disbursements?awardId={award.Id}&changedSince={Long}&limit=1");

        Assert.That(Ids(read), Is.Unique.And.Exactly(5).Items);
    }

    [Test]
    public async Task Who_goes_on_with_changedUntil_does_not_miss_what_was_committed_late()
    {
        var award = await SeededAward.Insert(app.Db);
        var payment = await app.Requested(award, "10.00");
        var list = $"/disbursements?awardId={award.Id}&changedSince=";
        var before = TimeProvider.System.GetUtcNow();
        var page = (await app.As("finance-1").Get(list + Long)).Succeeded();

        Assert.That(Time(page.Json, "changedUntil"),
            Is.InRange(before.ToMilliseconds() - ChangesPaging.Margin, TimeProvider.System.GetUtcNow() - ChangesPaging.Margin));
        // A slow transaction takes its time when it begins: its change is older than what was read meanwhile.
        await app.Db.Write<int>(Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update Disbursement set Version = Version + 1, UpdatedAt = @Then where AwardId = @Id",
            new { Then = tx.Author.At.AddMinutes(-4), award.Id }), CancellationToken.None);
        var next = await Read(list + page["changedUntil"]);
        Assert.That((Ids(next).Single(), next.Single().GetProperty("version").GetInt32()), Is.EqualTo((payment["id"], 2)));
    }

    [Test]
    public async Task All_pages_say_the_same_time_to_go_on_from()
    {
        var since = Wire(TimeProvider.System.GetUtcNow().AddMinutes(-1));
        var first = (await app.As("admin-1").Get($"/youth-offices?changedSince={since}&limit=50")).Succeeded();
        var second = (await app.As("admin-1").Get($"/youth-offices?changedSince={since}&limit=50&cursor={first["nextCursor"]}"))
            .Succeeded();
        var plain = (await app.As("admin-1").Get("/youth-offices?limit=1")).Succeeded();

        Assert.That((first["changedUntil"], second["changedUntil"], plain["changedUntil"]), Is.EqualTo((since, since, "")),
            "not before what was asked for");
        Assert.That(first.Headers["Link"], Does.Contain("changedSince=").And.EndsWith("rel=\"next\""));
        Assert.That(Ids(Items(first)).Concat(Ids(Items(second))), Is.Unique);
    }

    [TestCase("2019-02-04T08:00:00Z")]
    [TestCase("2019-02-04T08:00:00.123Z")]
    [TestCase("2019-02-04T09:00:00.1234567%2B01:00")]
    public async Task A_time_is_taken_as_generated_clients_write_it(string time) =>
        (await app.As("finance-1").Get("/awards?changedSince=" + time)).Succeeded();

    [TestCase("2019-02-04")]
    [TestCase("2019-02-04T08:00:00")]
    [TestCase("2019-02-04T08:00:00.0000000")]
    [TestCase("2019-02-04 08:00:00Z")]
    [TestCase("04.02.2019")]
    [TestCase("1549267200")]
    [TestCase("")]
    public async Task A_time_without_a_zone_or_in_another_form_is_refused(string time)
    {
        var refused = (await app.As("finance-1").Get("/awards?changedSince=" + time)).Refused(400, "invalid-value");
        Assert.That(refused["errors"], Does.Contain("changedSince"));
    }

    [Test]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var plain = (await app.As("admin-1").Get("/youth-offices?limit=1")).Succeeded()["nextCursor"];
        var changes = (await app.As("admin-1").Get($"/youth-offices?limit=1&changedSince={Long}")).Succeeded()["nextCursor"];

        (await app.As("admin-1").Get($"/youth-offices?changedSince={Long}&cursor={plain}")).Refused(400, "invalid-cursor");
        (await app.As("admin-1").Get($"/youth-offices?cursor={changes}")).Refused(400, "invalid-cursor");
        (await app.As("admin-1").Get($"/youth-offices?changedSince={Long}&cursor={new string('_', 32)}")).Refused(400, "invalid-cursor");
    }

    [Test]
    public async Task Every_list_of_resources_tells_their_changes()
    {
        var document = (await app.With(null).Get("/swagger/v1/swagger.json")).Succeeded().Json;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        List<string> lists = [];
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            if (path.Name.Contains('{', StringComparison.Ordinal) || !path.Value.TryGetProperty("get", out var get))
                continue;
            var name = get.GetProperty("operationId").GetString()!;
            if (!name.StartsWith("list", StringComparison.Ordinal))
                continue;
            var page = Target(schemas, get.GetProperty("responses").GetProperty("200").GetProperty("content")
                .GetProperty("application/json").GetProperty("schema"));
            var item = Target(schemas, page.GetProperty("properties").GetProperty("items").GetProperty("items"));
            if (!item.GetProperty("properties").TryGetProperty("updatedAt", out _))
                continue;
            lists.Add(path.Name);
            Assert.That(get.GetProperty("parameters").EnumerateArray().Any(parameter =>
                parameter.TryGetProperty("name", out var known) && known.GetString() is "changedSince"), Is.True, name);
            (await app.Person("all", [.. Role.All], "05512000").Get($"{path.Name}?changedSince={Long}")).Succeeded();
        }
        Assert.That(lists, Has.Count.EqualTo(14));
    }

    async Task<List<JsonElement>> Read(string list, Answer? first = null)
    {
        List<JsonElement> read = [];
        for (var cursor = first?["nextCursor"]; ;)
        {
            var page = (await app.As("finance-1").Get(cursor is null ? list : $"{list}&cursor={cursor}")).Succeeded();
            read.AddRange(Items(page));
            cursor = page["nextCursor"];
            if (cursor is "")
                return read;
        }
    }

    static JsonElement Target(JsonElement schemas, JsonElement reference) =>
        schemas.GetProperty(reference.GetProperty("$ref").GetString()!.Split('/')[^1]);

    static JsonElement.ArrayEnumerator Items(Answer page) => page.Json.GetProperty("items").EnumerateArray();

    static IEnumerable<string> Ids(IEnumerable<JsonElement> items) => items.Select(item => item.GetProperty("id").GetString()!);

    static DateTimeOffset Time(JsonElement item, string name) => item.GetProperty(name).GetDateTimeOffset();

    static string Wire(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
