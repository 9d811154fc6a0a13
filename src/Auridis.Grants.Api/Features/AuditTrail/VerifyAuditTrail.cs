using System.Data;
using System.Data.Common;
using Dapper;

namespace Auridis.Grants.Api.Features.AuditTrail;

/// <summary>Proves that the audit trail was not altered.</summary>
/// <remarks>
/// Recomputes every hash between from and to, both included; without them, the whole trail. Each export run anchors the trail as it is
/// then, so that an end that is cut off later, or a chain that is rewritten, no longer fits.
/// </remarks>
sealed class VerifyAuditTrail : Read<VerifyAuditTrail.Request, AuditTrailVerification>
{
    public sealed record Request
    {
        /// <summary>The <c>seq</c> of the first event to verify; 1 when not given.</summary>
        [Between(1)]
        public long? From { get; init; }

        /// <summary>The <c>seq</c> of the last one; the last of the trail when not given.</summary>
        [Between(1)]
        [NotBefore(nameof(From))]
        public long? To { get; init; }
    }

    public override void Configure()
    {
        Get("/audit-events/verify");
        Policies(Can.ReadAuditTrail);
        Refuses(Problems.ValidationFailed);
    }

    protected override Task<Outcome<AuditTrailVerification>> Handle(Session session, Request request) =>
        Verify(session, request.From, request.To);

    /// <param name="from">The first event to verify; that of the trail when not given.</param>
    /// <param name="to">The last one; that of the trail when not given.</param>
    public static async Task<Outcome<AuditTrailVerification>> Verify(Session session, long? from, long? to)
    {
        // Before the head, which may move on meanwhile and always includes what is anchored.
        var anchored = await session.One<long>("select coalesce(max(Seq), 0) from AuditAnchor");
        var head = await session.One<TrailHead>("select Seq, Hash from AuditHead");
        if (WhyBeyond(from, to, head.Seq) is { } beyond)
            return beyond;
        var (first, last) = (from ?? 1, to ?? head.Seq);
        // A range starts from the hash before it, which is taken as it stands: what is proven is the range.
        var before = first == 1 ? "" : await session.OneOrNull<string>(SelectHash, new { Seq = first - 1 });
        // What stands at the end of the range, whether it fits or not.
        var end = last == head.Seq ? head.Hash : await session.OneOrNull<string>(SelectHash, new { Seq = last });
        if (before is null)
            return new AuditTrailVerification(false, first, last, 0, first - 1, AuditFinding.Missing, end);
        var chain = new AuditChain(first, before);
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
        return new AuditTrailVerification(
            chain.Finding is null, first, last, chain.Checked, chain.FirstAltered, chain.Finding, end);
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

    /// <summary>Why a trail that ends with <paramref name="head"/> has no such range; null when it has.</summary>
    static Problem? WhyBeyond(long? from, long? to, long head)
    {
        var beyond = Bilingual.Of($"The trail ends with event {head}.", $"Das Protokoll endet mit Ereignis {head}.");
        return from > head ? Problems.ValidationFailed.At("from", beyond)
            : to > head ? Problems.ValidationFailed.At("to", beyond)
            : null;
    }

    // The long text comes last: SqlClient 6.1 misreads what follows one when a network packet ends within it (decision 3).
    const string Select = """
        select e.Seq, e.At, e.Actor, e.Action, e.ResourceId, e.ResourceVersion, e.RequestId, e.Hash, a.Hash as AnchorHash, e.Details
        from AuditEvent e left join AuditAnchor a on a.Seq = e.Seq
        where e.Seq between @First and @Last order by e.Seq
        """;

    const string SelectHash = "select Hash from AuditEvent where Seq = @Seq";

    // Columns of the select.
    const int ResourceId = 4;
    const int Anchor = 8;

    sealed record TrailHead
    {
        public required long Seq { get; init; }
        public required string Hash { get; init; }
    }
}
