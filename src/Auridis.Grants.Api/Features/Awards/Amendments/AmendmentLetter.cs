using Auridis.Grants.Api.Features.Letters;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>The letter of an amendment: what it changes, from what to what, and the whole plan as it is from now on.</summary>
static class AmendmentLetter
{
    /// <param name="award">As it is with the amendment.</param>
    public static LetterText Of(Award award, Amendment amendment)
    {
        var wording = LegalWording.Of(award.Terms.LegalForm);
        var (before, after) = (amendment.PreviousPlan, amendment.Plan);
        return new LetterText(
            wording.IsContract ? $"Änderung des Fördervertrags {award.Reference}" : $"Änderungsbescheid zu {award.Reference}",
            new("Änderung", $"""
                <p>{(wording.IsContract ? "Der Fördervertrag" : "Der Zuwendungsbescheid")} {Text(award.Reference)} wird geändert
                (Fassung {Text(amendment.Reference)}). Im Übrigen gilt er unverändert fort.</p>
                {Table("Was sich ändert", ["Angabe", "Bisher", "Neu"], Changes(before, after, wording))}
                """),
            new("Finanzierungsplan", AwardLetter.Plan(award.Terms, wording, after.Lines, after.Financing)),
            new("Begründung", Prose(amendment.Reason)),
            new("Rechtsgrundlage", wording.IsContract
                ? "<p>Die Änderung wird Bestandteil des Vertrags.</p>"
                : $"<p>{Text(wording.Decision)}</p>"));
    }

    static IEnumerable<string[]> Changes(AwardPlan before, AwardPlan after, LegalWording wording)
    {
        if (before.Amount != after.Amount)
            yield return [wording.IsContract ? "Förderung" : "Zuwendung", Amount(before.Amount), Amount(after.Amount)];
        if (StoredJson.Of(before.Lines) != StoredJson.Of(after.Lines) || before.Financing != after.Financing)
            yield return ["Summe des Finanzierungsplans", Amount(before.Total), Amount(after.Total)];
        if (before.EndsOn != after.EndsOn)
        {
            yield return
            [
                wording.IsContract ? "Ende des Förderzeitraums" : "Ende des Bewilligungszeitraums", Day(before.EndsOn), Day(after.EndsOn),
            ];
        }
        if (before.ReportDueOn != after.ReportDueOn)
            yield return ["Verwendungsnachweis bis zum", Day(before.ReportDueOn), Day(after.ReportDueOn)];
    }
}
