using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>The letter to who gets no place.</summary>
static class RejectionLetter
{
    public static LetterText Of(SelectionDecision decision, ProgrammeTerms terms) => new(
        $"Ihr Antrag {decision.ApplicationReference}: Ablehnung",
        new("Entscheidung", $"<p>Ihr Antrag {Text(decision.ApplicationReference)} wird abgelehnt.</p>"),
        new("Begründung", Prose(decision.Reason!)),
        new("Rechtsgrundlage", $"<p>{Text(LegalWording.Of(terms.LegalForm).Decision)}</p>"));
}
