using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Reflection;
using Auridis.Grants.Api.Database;
using Microsoft.AspNetCore.Http.Metadata;

namespace Auridis.Grants.Api.Http;

/// <summary>A list's page: how many items, and after which one. Bound from <c>?limit=50&amp;cursor=…</c>.</summary>
/// <param name="Limit">Items on a page, 1 to 200; 50 when not given.</param>
/// <param name="Cursor">Opaque: the <c>nextCursor</c> of the page before.</param>
readonly record struct Paging(int? Limit, string? Cursor)
{
    public const int DefaultLimit = 50;
    public const int LargestLimit = 200;

    /// <summary>
    /// Reads a page of a select that keeps to <c>Seq &gt; @After</c> and ends in <c>order by Seq</c>. Keyset paging: what is inserted
    /// meanwhile moves nothing.
    /// </summary>
    public Task<Listed<T>> Read<TRow, T>(Db db, string select, Func<TRow, T> item, Func<long, int, object> parameters, CancellationToken cancel)
        where TRow : IPaged =>
        Read<TRow, T>(db, select, (_, rows) => Task.FromResult(rows.ConvertAll(row => item(row))), parameters, cancel);

    /// <summary>The same for items that have parts: <paramref name="items"/> reads them for all rows of the page at once.</summary>
    public async Task<Listed<T>> Read<TRow, T>(
        Db db, string select, Func<Session, List<TRow>, Task<List<T>>> items, Func<long, int, object> parameters, CancellationToken cancel)
        where TRow : IPaged
    {
        var limit = Limit ?? DefaultLimit;
        if (limit is < 1 or > LargestLimit)
        {
            return new Problem(Problems.ValidationFailed, [])
            {
                Errors = new Dictionary<string, string[]>(StringComparer.Ordinal)
                {
                    ["/limit"] = [Text.Of($"A page has 1 to {LargestLimit} items.", $"Eine Seite hat 1 bis {LargestLimit} Einträge.")],
                },
            };
        }
        if (!TryDecode(Cursor, out var after))
            return (Problem)Problems.InvalidCursor;
        // One more than asked for tells whether there is a next page.
        return await db.Read(async session =>
        {
            var rows = await session.Take<TRow>(select, parameters(after, limit + 1));
            var next = rows.Count > limit ? Encode(rows[limit - 1].Seq) : null;
            return new ListOf<T>(await items(session, rows[..Math.Min(limit, rows.Count)]), next);
        }, cancel);
    }

    static string Encode(long seq)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seq);
        return Base64Url.EncodeToString(bytes);
    }

    static bool TryDecode(string? cursor, out long seq)
    {
        seq = 0;
        if (cursor is null)
            return true;
        Span<byte> bytes = stackalloc byte[8];
        if (cursor.Length != 11 || Base64Url.DecodeFromChars(cursor, bytes, out _, out var length) != OperationStatus.Done || length != 8)
            return false;
        seq = BinaryPrimitives.ReadInt64BigEndian(bytes);
        return seq >= 0;
    }
}

/// <summary>A row that a list pages by.</summary>
interface IPaged
{
    long Seq { get; }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The page's items, in the order of the list.</param>
/// <param name="NextCursor">What to send as <c>cursor</c> for the next page; null on the last one.</param>
sealed record ListOf<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>The answer to a list: 200 with a page and its <c>Link</c>, or a problem.</summary>
sealed class Listed<T> : IResult, IEndpointMetadataProvider
{
    readonly ListOf<T>? page;
    readonly Problem? problem;

    Listed(ListOf<T>? page, Problem? problem) => (this.page, this.problem) = (page, problem);

    public static implicit operator Listed<T>(ListOf<T> page) => new(page, null);

    public static implicit operator Listed<T>(Problem problem) => new(null, problem);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (problem is not null)
            return httpContext.Write(problem);
        httpContext.Response.KeepForCaller();
        if (page!.NextCursor is not null)
        {
            var query = httpContext.Request.Query
                .Where(parameter => !parameter.Key.Equals("cursor", StringComparison.OrdinalIgnoreCase))
                .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value))
                .Append(KeyValuePair.Create("cursor", (string?)page.NextCursor));
            httpContext.Response.Headers.Link = $"<{httpContext.Request.PathBase}{httpContext.Request.Path}{QueryString.Create(query)}>; rel=\"next\"";
        }
        return httpContext.Response.WriteAsJsonAsync(page, Json.Options, "application/json; charset=utf-8", httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(ListOf<T>), ["application/json"]));
}
