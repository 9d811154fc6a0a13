namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary>
/// <c>requested → approved → released → settled → returned</c>; <c>requested | approved → rejected</c>; <c>requested → cancelled</c>;
/// <c>released → stopped</c>.
/// What failed stays as it is: trying again is a new payment.
/// </summary>
static class DisbursementStatus
{
    public const string Requested = "requested";

    /// <summary>Found factually and arithmetically right (sachlich und rechnerisch richtig).</summary>
    public const string Approved = "approved";

    /// <summary>Ordered to be paid (Auszahlungsanordnung): it is owed.</summary>
    public const string Released = "released";

    /// <summary>The bank has booked it.</summary>
    public const string Settled = "settled";

    /// <summary>It came back after it was settled.</summary>
    public const string Returned = "returned";

    /// <summary>Stopped before the bank booked it: it is not owed any more.</summary>
    public const string Stopped = "stopped";

    public const string Rejected = "rejected";

    /// <summary>Cancelled by the site.</summary>
    public const string Cancelled = "cancelled";
}
