using System.Globalization;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>The letter to who is put on the waiting list, or stays there.</summary>
static class WaitlistLetter
{
    public static LetterText Of(SelectionDecision decision, ProgrammeTerms terms) => new(
        $"Ihr Antrag {decision.ApplicationReference}: Warteliste",
        new("Entscheidung", $"""
            <p>Ihr Antrag {Text(decision.ApplicationReference)} steht auf der Warteliste, auf Platz
            {decision.WaitlistRank!.Value.ToString(CultureInfo.InvariantCulture)} dieser Auswahl. Frei
            werdende Plätze werden in der Reihenfolge der Warteliste vergeben; Sie erhalten dann ein weiteres Schreiben.</p>
            """),
        new("Begründung", Reasons(decision.Reason)),
        new("Rechtsgrundlage", $"<p>{Text(LegalWording.Of(terms.LegalForm).Decision)}</p>"));

    static string Reasons(string? reason) => reason switch
    {
        FilledFromRanking.QuotaReason => """
            <p>Ihr Antrag ist förderfähig. Die Plätze, die das Programm für einen Regierungsbezirk oder für eine Art von Jugendamt vorsieht,
            sind an Anträge vergeben, die ihm in der Rangfolge vorgehen.</p>
            """,
        _ => $"""
            <p>Ihr Antrag ist förderfähig. Die verfügbaren Plätze und Mittel des Programms sind an andere Anträge vergeben.</p>
            {(reason is null ? "" : Prose(reason))}
            """,
    };
}
