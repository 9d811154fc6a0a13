namespace Auridis.Grants.Api.Features.Applications;

/// <summary>A remedy (Rechtsbehelf) that an office has filed against a decision.</summary>
static class RemedyKind
{
    /// <summary>Widerspruch.</summary>
    public const string Objection = "objection";

    /// <summary>Klage.</summary>
    public const string Action = "action";
}
