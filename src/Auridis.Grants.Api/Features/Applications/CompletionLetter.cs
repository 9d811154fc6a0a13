using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>The letter to who has waited for a place until the programme was completed.</summary>
static class CompletionLetter
{
    public static LetterText Of(string reference, ProgrammeTerms terms) => new(
        $"Ihr Antrag {reference}: Ablehnung",
        new("Entscheidung", $"<p>Ihr Antrag {Text(reference)} wird abgelehnt.</p>"),
        new("Begründung", $"""
            <p>Das Programm „{Text(terms.Title)}“ ist abgeschlossen. Bis dahin ist für Ihren Antrag kein Platz frei geworden.</p>
            """),
        new("Rechtsgrundlage", $"<p>{Text(LegalWording.Of(terms.LegalForm).Decision)}</p>"));
}
