using System.Diagnostics.Metrics;

namespace Auridis.Grants.Api.Platform.Observability;

/// <summary>The product's own figures. Nobody listening, they cost a comparison each.</summary>
static class Instruments
{
    public const string MeterName = "Auridis.Grants";

    static readonly Meter Meter = new(MeterName);

    static readonly Counter<long> Writes = Meter.CreateCounter<long>(
        "grants.writes", "{transaction}", "Transactions that changed something, or were refused by a rule.");

    /// <summary>Closures that ran again: deadlock, snapshot conflict, lost group.</summary>
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "grants.write.retries", "{transaction}", "Transactions that were run again.");

    /// <summary>Changes that shared one durable commit on SQLite.</summary>
    public static readonly Histogram<int> GroupSize = Meter.CreateHistogram<int>(
        "grants.sqlite.group.size", "{transaction}", "Transactions in one durable commit of SQLite.");

    /// <summary>Answers that were stored for an Idempotency-Key and sent again.</summary>
    public static readonly Counter<long> Replays = Meter.CreateCounter<long>(
        "grants.idempotency.replays", "{request}", "Answers sent again for a known Idempotency-Key.");

    public static void Committed() => Writes.Add(1, new KeyValuePair<string, object?>("outcome", "committed"));

    public static void Refused() => Writes.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));
}
