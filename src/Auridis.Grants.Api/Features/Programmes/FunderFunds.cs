namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>What happens when a payment would be released that the funder's money does not cover.</summary>
static class FunderFunds
{
    /// <summary>It is not released.</summary>
    public const string Refuse = "refuse";

    /// <summary>It is released, and the audit trail says so: for a funder that pays afterwards.</summary>
    public const string Warn = "warn";
}
