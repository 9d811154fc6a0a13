namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>The type of financing (Finanzierungsart): it decides what the final report yields.</summary>
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
