using System.Data;
using System.Data.Common;
using Dapper;

namespace Auridis.Grants.Api.Features.AuditTrail;

/// <summary>Proves that the audit trail was not altered.</summary>
/// <remarks>
/// Recomputes every hash between from and to, both included; without them, the whole trail. Each export run anchors the trail as it was
/// then: an end that was cut off, and a chain that was written anew, no longer fit.
/// </remarks>
sealed class VerifyAuditTrail : Read<VerifyAuditTrail.Request, VerifyAuditTrail.Response>
{
    public sealed record Request
    {
        /// <summary>The <c>seq</c> of the first event to verify.</summary>
        public long? From { get; init; }

        /// <summary>The <c>seq</c> of the last one.</summary>
        public long? To { get; init; }
    }

    /// <param name="Intact">True when every event that was checked is as it was written.</param>
    /// <param name="From">The first number that was checked.</param>
    /// <param name="To">The last number that was checked.</param>
    /// <param name="Checked">How many events agree with the chain, up to the first that does not.</param>
    /// <param name="FirstAltered">The number of the first event that is altered or missing; null when there is none.</param>
    /// <param name="Finding">What is wrong there; null when nothing is.</param>
    /// <param name="HeadHash">The chain's hash at <c>to</c>, as it stands in the trail. Compare it with the copy in an export run: who
    /// rewrites the whole chain changes it.</param>
    public new sealed record Response(bool Intact, long From, long To, long Checked, long? FirstAltered, [property: OneOf(typeof(AuditFinding))] string? Finding, string HeadHash);

    public override void Configure()
    {
        Get("/audit-events/verify");
        Policies(Can.ReadAuditTrail);
        Refuses(Problems.ValidationFailed);
    }

    protected override async Task<Outcome<Response>> Handle(Session session, Request request)
    {
        // Before the head, which may move on meanwhile and always includes what is anchored.
        var anchored = await session.One<long>("select coalesce(max(Seq), 0) from AuditAnchor");
        var head = await session.One<Link>("select Seq, Hash from AuditHead");
        var (first, last) = (request.From ?? 1, request.To ?? head.Seq);
        if (first < 1 || last > head.Seq || (first > last && head.Seq > 0))
            return OutOfRange(head.Seq);
        // A range starts from the hash before it, which is taken as it stands: what is proven is the range.
        var hash = first == 1 ? "" : (await session.OneOrNull<Link>("select Seq, Hash from AuditEvent where Seq = @Seq", new { Seq = first - 1 }))?.Hash;
        if (hash is null)
            return new Response(false, first, last, 0, first - 1, AuditFinding.Missing, head.Hash);
        var chain = new AuditChain(first, hash);
        await using (var events = await session.Stream(Select, new { First = first, Last = last }))
        {
            var row = events.GetRowParser<AuditEvent>();
            while (chain.Finding is null && await events.ReadAsync(session.Cancel))
                chain.Add(events.GetInt64(0), Written(events, row), events.IsDBNull(Anchor) ? null : events.GetString(Anchor));
        }
        if (last == head.Seq)
            chain.End(last, head.Hash, anchored);
        else
            chain.End(last);
        return new Response(chain.Finding is null, first, last, chain.Checked, chain.FirstAltered, chain.Finding, last == head.Seq ? head.Hash : chain.Hash);
    }

    /// <summary>
    /// The event, or null when a column holds what the product never writes there: SQLite takes any text for a time or an id.
    /// </summary>
    static AuditEvent? Written(DbDataReader events, Func<DbDataReader, AuditEvent> row)
    {
        try
        {
            var written = row(events);
            // Any spelling reads as the same id, and only the one with capitals is found by it.
            return events.GetValue(ResourceId) is string text && (text.Length != 36 || text.Any(char.IsAsciiLetterLower)) ? null : written;
        }
        catch (DataException)
        {
            return null;
        }
    }

    static Problem OutOfRange(long head) => Problems.Invalid("/from", Bilingual.Of(
        $"The trail has the events 1 to {head}; from must not be after to.",
        $"Das Protokoll hat die Ereignisse 1 bis {head}; from darf nicht nach to liegen."));

    // The long text comes last: SqlClient 6.1 misreads what follows one when a network packet ends within it (decision 3).
    const string Select = """
        select e.Seq, e.At, e.Actor, e.Action, e.ResourceId, e.ResourceVersion, e.RequestId, e.Hash, a.Hash as AnchorHash, e.Details
        from AuditEvent e left join AuditAnchor a on a.Seq = e.Seq
        where e.Seq between @First and @Last order by e.Seq
        """;

    // Columns of the select.
    const int ResourceId = 4;
    const int Anchor = 8;

    sealed class Link
    {
        public required long Seq { get; init; }
        public required string Hash { get; init; }
    }
}
