namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// <c>requested → approved → released → instructed → settled → returned</c>; <c>released → settled</c> by hand;
/// <c>requested | approved → rejected</c>; <c>requested → cancelled</c>; <c>released → stopped</c>;
/// <c>instructed → bank-rejected | returned</c>.
/// What failed stays as it is: trying again is a new payment.
/// </summary>
static class DisbursementStatus
{
    public const string Requested = "requested";

    /// <summary>Found factually and arithmetically right (sachlich und rechnerisch richtig).</summary>
    public const string Approved = "approved";

    /// <summary>Ordered to be paid (Auszahlungsanordnung): it is owed.</summary>
    public const string Released = "released";

    /// <summary>Handed to the bank in a batch.</summary>
    public const string Instructed = "instructed";

    /// <summary>The bank has booked it.</summary>
    public const string Settled = "settled";

    /// <summary>It came back from the bank that was to receive it.</summary>
    public const string Returned = "returned";

    /// <summary>Stopped before the bank booked it: it is not owed any more.</summary>
    public const string Stopped = "stopped";

    /// <summary>Handed to the bank, which did not carry it out: it is not owed any more.</summary>
    public const string BankRejected = "bank-rejected";

    public const string Rejected = "rejected";

    /// <summary>Cancelled by the site.</summary>
    public const string Cancelled = "cancelled";
}
