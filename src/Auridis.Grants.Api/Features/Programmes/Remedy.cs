namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>The remedy (Rechtsbehelf) that is open against a decision.</summary>
static class Remedy
{
    /// <summary>Widerspruch, with the authority that decided (§ 70 VwGO, § 110 (2) JustG NRW).</summary>
    public const string Objection = "objection";

    /// <summary>Klage, with the court (§ 74 VwGO).</summary>
    public const string Action = "action";

    /// <summary>None: a contract is not an administrative act.</summary>
    public const string None = "none";
}
