using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Repayments;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>The letter that takes an award back, revokes or ends it, in full or in part.</summary>
static class TerminationLetter
{
    /// <param name="award">As it was before.</param>
    /// <param name="claim">What is claimed back with it; null when nothing is.</param>
    public static LetterText Of(Award award, Termination termination, RepaymentClaim? claim)
    {
        var wording = LegalWording.Of(award.Terms.LegalForm);
        return new LetterText(
            $"{(wording.IsContract ? "Kündigung des Fördervertrags" : "Aufhebung des Zuwendungsbescheids")} {award.Reference}",
            new("Entscheidung", Decision(award, termination, wording)),
            new("Erstattung", claim is null ? "<p>Zu erstatten ist nichts.</p>" : ClaimWording.Payment(claim)),
            new("Begründung", Prose(termination.Reason)),
            new("Rechtsgrundlage", $"<p>{Text(termination.LegalBasis)}. {Text(wording.Decision)}</p>"));
    }

    static string Decision(Award award, Termination termination, LegalWording wording)
    {
        var what = wording.IsContract ? $"Der Fördervertrag {Text(award.Reference)}" : $"Die Zuwendung {Text(award.Reference)}";
        var ends = wording.IsContract ? "gekündigt" : "aufgehoben";
        return termination.InPart
            ? $"""
                <p>{what} über {Amount(award.Amount)} wird mit Wirkung vom {Day(termination.EffectiveOn)} teilweise {ends}: Gefördert wird
                noch mit <strong>{Amount(termination.Keeps)}</strong>.</p>
                """
            : $"""
                <p>{what} über {Amount(award.Amount)} wird mit Wirkung vom {Day(termination.EffectiveOn)} {ends}. Von den ausgezahlten
                Mitteln verbleiben Ihnen <strong>{Amount(termination.Keeps)}</strong>.</p>
                """;
    }
}
