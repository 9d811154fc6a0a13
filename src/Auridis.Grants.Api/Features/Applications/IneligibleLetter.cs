using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>The letter to whose application is not eligible.</summary>
static class IneligibleLetter
{
    /// <param name="application">It has failed this formal check.</param>
    public static LetterText AfterCheck(Application application, FormalCheck check, ProgrammeTerms terms) => Of(application, terms, $"""
        {Prose(check.Reason!)}
        {Table("Punkte der formalen Prüfung, die nicht erfüllt sind", ["Punkt", "Anmerkung"],
            check.Items.Where(item => !item.Met).Select(item => (string[])
            [
                Text(terms.Checks.Single(point => point.Code == item.Check).Title),
                item.Remark is null ? "Keine" : Prose(item.Remark),
            ]))}
        """);

    /// <param name="application">It was not mended in time.</param>
    public static LetterText AfterMendingDate(Application application, ProgrammeTerms terms) => Of(application, terms, $"""
        <p>Ihr Antrag wurde Ihnen am {Day(application.Mending!.ReturnedOn)} mit Punkten zur Nachbesserung zurückgegeben. Bis zum Ablauf des
        {Day(application.Mending.MendBy)} ist er nicht erneut eingereicht worden.</p>
        """);

    static LetterText Of(Application application, ProgrammeTerms terms, string reasons) => new(
        $"Ihr Antrag {application.Reference}: nicht förderfähig",
        new("Entscheidung", $"""
            <p>Ihr Antrag {Text(application.Reference!)} erfüllt die formalen Voraussetzungen nicht und nimmt an der Auswahl nicht teil.</p>
            """),
        new("Begründung", reasons),
        new("Rechtsgrundlage", $"<p>{Text(LegalWording.Of(terms.LegalForm).Decision)}</p>"));
}
