using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Auridis.Grants.Api.Platform.Auditing;

/// <summary>
/// The audit trail: an event for every change, in the transaction of the change, numbered in commit order, each with the hash of the one
/// before it, so that an altered, removed or inserted event is found.
/// </summary>
static class Audit
{
    /// <summary>
    /// Records what was done to a resource. Details are figures, states, and what a programme publishes. What people write freely may name
    /// a person: it stands at the resource, and here as a <see cref="SaltedDigest"/> at most.
    /// </summary>
    /// <param name="action">What happened: an <see cref="AuditAction"/>.</param>
    /// <param name="resourceId">The resource.</param>
    /// <param name="version">Its version after the change.</param>
    /// <param name="details">The fields that changed, with their new values.</param>
    public static void Append(Tx tx, string action, Guid resourceId, int version, object? details = null) =>
        tx.AtTheEnd(
            LastStep.Audit,
            new Entry(tx.Author, action, resourceId, version, details is null ? "{}" : JsonSerializer.Serialize(details, Json.Options)),
            Write);

    /// <summary>
    /// Keeps the trail's head as it is after this transaction, which must append something. Who cuts the trail's end off afterwards and
    /// sets its head back leaves an anchor that the trail does not reach.
    /// </summary>
    public static void Anchor(Tx tx) => tx.AtTheEnd(LastStep.Anchor, tx.Author.At, Keep);

    static Task Keep(Tx tx, List<DateTimeOffset> times) => tx.Execute(InsertAnchor, new { At = times[0] });

    static async Task Write(Tx tx, List<Entry> entries)
    {
        // Every writer waits for this row, from here to the commit of the one ahead: two round trips, and no third.
        var head = (await tx.ExecuteAndRead<Head>(TakeNumbers, new { entries.Count }))!;
        var seq = head.Seq - entries.Count;
        var hash = head.Hash;
        List<AuditEvent> events = [];
        foreach (var entry in entries)
        {
            var next = new AuditEvent
            {
                Seq = ++seq,
                At = entry.Author.At,
                Actor = entry.Author.Actor,
                Action = entry.Action,
                ResourceId = entry.ResourceId,
                ResourceVersion = entry.Version,
                Details = entry.Details,
                RequestId = entry.Author.RequestId,
                Hash = "",
            };
            hash = HashOf(hash, next);
            events.Add(next with { Hash = hash });
        }
        await tx.InsertAll(Into, events.SkipLast(1).Select(next => (object?[])
        [
            next.Seq, next.At, next.Actor, next.Action, next.ResourceId, next.ResourceVersion, next.Details, next.RequestId, next.Hash,
        ]));
        await tx.Execute(InsertLast, events[^1]);
    }

    /// <summary>SHA-256 over the hash before and every field, each with its length, so that no two events have the same bytes.</summary>
    public static string HashOf(string previous, AuditEvent written)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in (ReadOnlySpan<string>)[
            previous,
            written.Seq.ToString(CultureInfo.InvariantCulture),
            written.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            written.Actor,
            written.Action,
            written.ResourceId.ToString("D"),
            written.ResourceVersion.ToString(CultureInfo.InvariantCulture),
            written.Details,
            written.RequestId])
        {
            var bytes = Encoding.UTF8.GetBytes(field);
            BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    const string TakeNumbers = """
        update AuditHead set Seq = Seq + @Count;
        select Seq, Hash from AuditHead
        """;

    const string Into = "AuditEvent (Seq, At, Actor, Action, ResourceId, ResourceVersion, Details, RequestId, Hash)";

    const string InsertLast = $"""
        insert into {Into} values (@Seq, @At, @Actor, @Action, @ResourceId, @ResourceVersion, @Details, @RequestId, @Hash);
        update AuditHead set Hash = @Hash
        """;

    const string InsertAnchor = "insert into AuditAnchor (Seq, Hash, At) select Seq, Hash, @At from AuditHead";

    sealed record Entry(Author Author, string Action, Guid ResourceId, int Version, string Details);

    sealed class Head
    {
        public required long Seq { get; init; }
        public required string Hash { get; init; }
    }
}
