namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>What the final report yields (Finanzierungsart).</summary>
static class FinancingType
{
    /// <summary>Festbetragsfinanzierung.</summary>
    public const string FixedAmount = "fixed-amount";

    /// <summary>Anteilfinanzierung.</summary>
    public const string Share = "share";

    /// <summary>Fehlbedarfsfinanzierung.</summary>
    public const string Deficit = "deficit";

    /// <summary>Vollfinanzierung.</summary>
    public const string Full = "full";
}
