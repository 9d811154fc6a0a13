namespace Auridis.Grants.Api.Features.AuditTrail;

/// <summary>Follows the chain, event by event, until one does not fit.</summary>
sealed class AuditChain(long first, string hashBefore)
{
    /// <summary>The hash of the last event that fits.</summary>
    public string Hash { get; private set; } = hashBefore;

    /// <summary>How many events fit.</summary>
    public long Checked { get; private set; }

    public long? FirstAltered { get; private set; }

    public string? Finding { get; private set; }

    long Next => first + Checked;

    /// <param name="seq">The number of the next event in the trail.</param>
    /// <param name="written">What stands there; null when the product never writes such a thing.</param>
    /// <param name="anchor">The hash that was anchored for it; null when none was.</param>
    public void Add(long seq, AuditEvent? written, string? anchor)
    {
        if (seq != Next)
            Fail(AuditFinding.Missing);
        else if (written is null || written.Hash != Audit.HashOf(Hash, written) || (anchor is not null && anchor != written.Hash))
            Fail(AuditFinding.Altered);
        else
            (Hash, Checked) = (written.Hash, Checked + 1);
    }

    /// <summary>
    /// Says which event had to be the last; and if it is the newest, the hash that the head keeps of it and the last number that was
    /// anchored.
    /// </summary>
    public void End(long last, string? headHash = null, long anchored = 0)
    {
        if (Finding is not null)
            return;
        if (Next <= last)
            Fail(AuditFinding.Missing);
        else if (headHash is not null && headHash != Hash)
            (FirstAltered, Finding) = (last, AuditFinding.Altered);
        else if (Next <= anchored)
            Fail(AuditFinding.Missing);
    }

    void Fail(string finding) => (FirstAltered, Finding) = (Next, finding);
}

/// <summary>What verification can find.</summary>
static class AuditFinding
{
    /// <summary>The event is not what was hashed when it was written.</summary>
    public const string Altered = "altered";

    /// <summary>There is no event of this number.</summary>
    public const string Missing = "missing";
}
