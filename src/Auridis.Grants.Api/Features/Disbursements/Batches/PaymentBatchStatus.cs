namespace Auridis.Grants.Api.Features.Disbursements;

/// <summary><c>open → signed → handed-over → closed</c>; <c>open | signed → voided</c>.</summary>
static class PaymentBatchStatus
{
    /// <summary>Made, and signed by one person at most.</summary>
    public const string Open = "open";

    /// <summary>Signed by two people.</summary>
    public const string Signed = "signed";

    /// <summary>The bank has it: its payments are instructed.</summary>
    public const string HandedOver = "handed-over";

    /// <summary>The bank has answered on each of its payments: settled, rejected or returned.</summary>
    public const string Closed = "closed";

    /// <summary>Given up before the bank had it: its payments are free for another one.</summary>
    public const string Voided = "voided";
}
