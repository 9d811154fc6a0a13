using System.Diagnostics;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// The legal form presets the remedy: an objection against acts under the social code (§ 110 (2) JustG NRW), an action against other acts,
/// none against a contract. A programme that names a remedy keeps it.
/// </summary>
static class RemedyOfLegalForm
{
    public static ProgrammeTerms Preset(ProgrammeTerms terms) => terms.Remedy is null ? terms with { Remedy = Of(terms) } : terms;

    /// <summary>The remedy against what is decided by these terms.</summary>
    public static string Of(ProgrammeTerms terms) => terms.Remedy ?? terms.LegalForm switch
    {
        LegalForm.ActSocialCode => Remedy.Objection,
        LegalForm.ActGeneral => Remedy.Action,
        LegalForm.PublicContract or LegalForm.PrivateContract => Remedy.None,
        _ => throw new UnreachableException($"'{terms.LegalForm}' is not a legal form."),
    };
}
