namespace Auridis.Grants.Api.Auditing;

/// <summary>Walks along the chain, event by event, until one does not fit.</summary>
sealed class AuditChain(long first, string hashBefore)
{
    /// <summary>The hash of the last event that fits.</summary>
    public string Hash { get; private set; } = hashBefore;

    /// <summary>How many events fit.</summary>
    public long Checked { get; private set; }

    public long? FirstAltered { get; private set; }

    public string? Finding { get; private set; }

    long Next => first + Checked;

    public void Add(AuditEvent written)
    {
        if (written.Seq != Next)
            Fail(AuditFinding.Missing);
        else if (written.Hash != Audit.HashOf(Hash, written))
            Fail(AuditFinding.Altered);
        else
            (Hash, Checked) = (written.Hash, Checked + 1);
    }

    /// <summary>Says which event had to be the last, and the hash that the head keeps of it, if it is the newest.</summary>
    public void End(long last, string? headHash)
    {
        if (Finding is not null)
            return;
        if (Next <= last)
            Fail(AuditFinding.Missing);
        else if (headHash is not null && headHash != Hash)
            (FirstAltered, Finding) = (last, AuditFinding.Altered);
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
