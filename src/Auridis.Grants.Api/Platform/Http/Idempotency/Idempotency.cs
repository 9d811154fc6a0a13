using System.Security.Cryptography;
using System.Text.Json;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// One effect and one answer for one <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header-07). On SQL Server the record is
/// inserted first: a second request with the key waits there for the first, finds the index taken when that commits, runs again and reads
/// its answer. On SQLite transactions wait for each other anyway, and the record is written once, at the end. Only successes are kept: a
/// refused request may be tried again.
/// </summary>
/// <param name="Scope">SHA-256 of what the key belongs to.</param>
/// <param name="Fingerprint">SHA-256 of what was asked, and as what.</param>
sealed record Idempotency(byte[] Scope, string Fingerprint)
{
    const int Attempts = 6;

    /// <summary>A key belongs to one caller and one operation: actor, method, route, its values, key.</summary>
    public static byte[] ScopeOf(params IReadOnlyList<string?> parts) => HashOf(parts);

    /// <summary>
    /// A retry is the same request of a caller who is still the same: the answer of then may show what a caller with another office or
    /// other roles must not see. It is refused and not run anew, since it may have paid already.
    /// </summary>
    /// <param name="body">SHA-256 of the request's body.</param>
    public static string FingerprintOf(string body, CurrentUser user) =>
        Convert.ToHexStringLower(HashOf([body, user.Office, .. Role.All.Where(user.Has)]));

    static byte[] HashOf(IReadOnlyList<string?> parts) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts, StoredJson.Options));

    /// <exception cref="CommitOutcomeUnknownException">The connection was lost while committing, and the database was not there again in
    /// time to tell.</exception>
    public async Task<Outcome<StoredAnswer>> Once(
        Db db, Author author, Func<Tx, Task<Outcome<StoredAnswer>>> effect, CancellationToken cancel)
    {
        var waitsForFirst = false;
        CommitOutcomeUnknownException? unknown = null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.Write(author, Closure, cancel);
            }
            catch (DatabaseBusyException) when (waitsForFirst)
            {
                return Problems.RequestInProgress;
            }
            catch (CommitOutcomeUnknownException error) when (attempt < Attempts)
            {
                unknown ??= error;
            }
            catch (Exception error) when (unknown is not null && error is not OperationCanceledException)
            {
                // What has failed since tells nothing about the commit.
                if (attempt == Attempts)
                    throw unknown;
            }
            // The record tells what became of it: the next run finds the stored answer, or does it for the first time. The server may
            // need a moment.
            await Task.Delay(50 << attempt, cancel); // a back-off, three seconds in all
        }

        Task<Outcome<StoredAnswer>> Closure(Tx tx) => Once(tx, effect, waits => waitsForFirst = waits);
    }

    async Task<Outcome<StoredAnswer>> Once(Tx tx, Func<Tx, Task<Outcome<StoredAnswer>>> effect, Action<bool> waitsForFirst)
    {
        waitsForFirst(false);
        if (await tx.OneOrNull<Row>(Lookup, new { Scope }) is { } earlier)
        {
            return earlier.Fingerprint == Fingerprint
                ? new StoredAnswer
                {
                    Status = earlier.Status,
                    ETag = earlier.ETag,
                    Location = earlier.Location,
                    Body = earlier.Body,
                    IsReplay = true,
                }
                : Problems.IdempotencyKeyReused;
        }
        if (!tx.RunsAlone)
        {
            waitsForFirst(true);
            await tx.Execute(Reserve, new { Scope, Fingerprint, CreatedAt = tx.Author.At });
            waitsForFirst(false);
        }
        var outcome = await effect(tx);
        if (outcome.Succeeded)
        {
            var answer = outcome.Value;
            await tx.Execute(tx.RunsAlone ? Insert : Store, new
            {
                Scope,
                Fingerprint,
                CreatedAt = tx.Author.At,
                answer.Status,
                answer.ETag,
                answer.Location,
                answer.Body,
            });
        }
        return outcome;
    }

    const string Lookup = "select Fingerprint, Status, ETag, Location, Body from IdempotencyRecord where Scope = @Scope";

    const string Insert = """
        insert into IdempotencyRecord (Scope, Fingerprint, CreatedAt, Status, ETag, Location, Body)
        values (@Scope, @Fingerprint, @CreatedAt, @Status, @ETag, @Location, @Body)
        """;

    const string Reserve = "insert into IdempotencyRecord (Scope, Fingerprint, CreatedAt) values (@Scope, @Fingerprint, @CreatedAt)";

    const string Store = """
        update IdempotencyRecord
        set Status = @Status, ETag = @ETag, Location = @Location, Body = @Body
        where Scope = @Scope
        """;

    sealed class Row
    {
        public required string Fingerprint { get; init; }
        public required int Status { get; init; }
        public required string? ETag { get; init; }
        public required string? Location { get; init; }
        public required byte[] Body { get; init; }
    }
}
