namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>How a claim is eased.</summary>
static class ReliefKind
{
    /// <summary>The site pays later (Stundung).</summary>
    public const string Deferral = "deferral";

    /// <summary>The claim is given up for good (Erlass).</summary>
    public const string Waiver = "waiver";

    /// <summary>The claim is not pursued for now (Niederschlagung).</summary>
    public const string WriteOff = "write-off";
}
