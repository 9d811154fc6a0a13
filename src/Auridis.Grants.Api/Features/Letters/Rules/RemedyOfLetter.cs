using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// The remedy against what a letter says is that of the programme. To return an application decides nothing yet: against that step alone
/// there is none (§ 44a VwGO).
/// </summary>
static class RemedyOfLetter
{
    public static string Of(string kind, ProgrammeTerms terms) => kind == LetterKind.Return ? Remedy.None : RemedyOfLegalForm.Of(terms);
}
