namespace Auridis.Grants.Tests.Platform.Http;

[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class PagingProperties(DatabaseKind kind)
{
    const int Rows = 120;

    Counting items = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        items = await Counting.Start(kind);
        await items.Write<bool>(async tx =>
        {
            for (var id = 1; id <= Rows; id++)
                await Counting.InsertIn(tx, id * 3);
            return true;
        });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (items is not null)
            await items.DisposeAsync();
    }

    [TestCase(1)]
    [TestCase(7)]
    [TestCase(Rows - 1)]
    [TestCase(Rows)]
    [TestCase(Rows + 1)]
    [TestCase(200)]
    public async Task Pages_of_any_size_hold_every_item_once_and_in_order(int limit)
    {
        List<long> seen = [];
        string? cursor = null;
        do
        {
            var (page, next) = await Read(limit, cursor);
            Assert.That(page, Has.Count.LessThanOrEqualTo(limit));
            seen.AddRange(page);
            cursor = next;
        }
        while (cursor is not null);

        Assert.That(seen, Is.EqualTo(Enumerable.Range(1, Rows).Select(id => id * 3L)));
    }

    [Test]
    public async Task What_is_inserted_meanwhile_moves_nothing()
    {
        var (_, cursor) = await Read(10, null);
        await items.Insert(1);
        var (page, _) = await Read(10, cursor);
        await items.Write<int>(async tx => await tx.Execute("delete from Item where Id = 1"));

        Assert.That(page, Is.EqualTo(Enumerable.Range(11, 10).Select(id => id * 3L)));
    }

    [TestCase("")]
    [TestCase("x")]
    [TestCase("AAAAAAAAAAAAAAAA")]
    [TestCase("AAAAAAAAAAMAAAAAAAAAAPcXRv", Description = "one too short")]
    [TestCase("AAAAAAAAAAMAAAAAAAAAAPcXRv8A", Description = "one too long")]
    [TestCase("AAAAAAAAAAMAAAAAAAAAAPcXRv!", Description = "not of this alphabet")]
    [TestCase("//AAAAAAAAMAAAAAAAAAAPcXRv8", Description = "not of this alphabet")]
    public async Task A_cursor_that_no_list_made_is_refused(string cursor) =>
        Assert.That(await Refusal(50, cursor), Is.EqualTo("invalid-cursor"));

    [Test]
    public async Task Nor_is_one_of_another_list_or_before_the_first_item_taken()
    {
        Assert.That(await Refusal(50, new Place(default, 3).Encode("/other")), Is.EqualTo("invalid-cursor"));
        Assert.That(await Refusal(50, new Place(default, -3).Encode("/items")), Is.EqualTo("invalid-cursor"));
        Assert.That(await Refusal(50, new Place(default, 3, -1).Encode("/items")), Is.EqualTo("invalid-cursor"));
        Assert.That(await Refusal(50, new Place(default, 3).Encode("/Items")), Is.Null, "routing takes a path in any case");
    }

    async Task<(List<long> Items, string? Next)> Read(int limit, string? cursor)
    {
        var http = await Answer(limit, cursor);
        using var json = await System.Text.Json.JsonDocument.ParseAsync(http.Response.Body);
        Assert.That(http.Response.StatusCode, Is.EqualTo(200));
        return ([.. json.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetInt64())],
            json.RootElement.GetProperty("nextCursor").GetString());
    }

    async Task<string?> Refusal(int limit, string? cursor)
    {
        var http = await Answer(limit, cursor);
        using var json = await System.Text.Json.JsonDocument.ParseAsync(http.Response.Body);
        return json.RootElement.TryGetProperty("code", out var code) ? code.GetString() : null;
    }

    async Task<Microsoft.AspNetCore.Http.DefaultHttpContext> Answer(int limit, string? cursor)
    {
        var paging = new Paging { Limit = limit, Cursor = cursor, List = "/items" };
        Listed<long> listed = paging.WhyRefused() is { } problem ? problem : await items.Db.Read(session => paging.Of<Row, long>(
            session, "select Id as Seq from Item where Id > @AfterSeq order by Id", new { paging.AfterSeq, paging.Take }, row => row.Seq),
            CancellationToken.None);
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await listed.ExecuteAsync(http);
        http.Response.Body.Position = 0;
        return http;
    }

    sealed class Row : IPaged
    {
        public required long Seq { get; init; }
    }
}
