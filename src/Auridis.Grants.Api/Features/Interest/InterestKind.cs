namespace Auridis.Grants.Api.Features.Interest;

/// <summary>Why interest is asked.</summary>
static class InterestKind
{
    /// <summary>Money that is claimed back was paid back late, or not yet.</summary>
    public const string LateRepayment = "late-repayment";

    /// <summary>Money was used for its purpose, but late.</summary>
    public const string LateUse = "late-use";
}
