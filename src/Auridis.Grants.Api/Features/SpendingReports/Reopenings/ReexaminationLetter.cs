using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Repayments;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The letters on a report that is examined anew: that it is, and what it came to where nothing is claimed.</summary>
static class ReexaminationLetter
{
    /// <param name="remedy">The remedy that was upheld.</param>
    /// <param name="dropped">The claims of which something was open, each with what of it is claimed no more.</param>
    public static LetterText OfReopening(
        Award award, SpendingReport report, ReportReopening reopening, AwardRemedy remedy,
        IReadOnlyList<(string Reference, Money Amount)> dropped) =>
        new(
            $"Erneute Prüfung des Verwendungsnachweises {report.Reference}",
            new("Entscheidung", $"""
                <p>Ihrem Rechtsbehelf vom {Day(remedy.FiledOn)} ({Text(remedy.Reference)}) wurde stattgegeben. Der Verwendungsnachweis
                {Text(report.Reference)} zur Zuwendung {Text(award.Reference)} wird erneut geprüft.</p>
                """),
            new("Forderungen", dropped.Count == 0
                ? "<p>Offene Forderungen aus diesem Nachweis gibt es nicht. Was Sie darauf gezahlt haben, wird mit dem neuen Ergebnis "
                    + "verrechnet.</p>"
                : $"""
                    {Table("Was wir nicht mehr verlangen", ["Forderung", "Betrag"], dropped.Select(Row))}
                    <p>Was Sie auf diese Forderungen gezahlt haben, wird mit dem neuen Ergebnis verrechnet.</p>
                    """),
            new("Begründung", Prose(reopening.Reason)));

    /// <param name="statement">That of the final report, as it is frozen.</param>
    /// <param name="credited">What came in on its claims and is owed to the site.</param>
    public static LetterText OfResult(Award award, SpendingReport report, Statement statement, Money credited)
    {
        var wording = LegalWording.Of(award.Terms.LegalForm);
        return new LetterText(
            $"Ergebnis der erneuten Prüfung des Verwendungsnachweises {report.Reference}",
        [
            new("Entscheidung", $"""
                <p>Der Verwendungsnachweis {Text(report.Reference)} zur Zuwendung {Text(award.Reference)} ist erneut geprüft. Ihnen stehen
                <strong>{Amount(statement.Entitlement!.Value)}</strong> zu; zurückzuzahlen ist nichts mehr.</p>
                {Credit(credited)}
                """),
            new("Berechnung", Table("Was Ihnen zusteht", ["Angabe", "Betrag"], ReportClaimLetter.Entitlement(statement))),
            .. ClaimWording.Decision(wording),
        ]);
    }

    static string Credit(Money credited) => credited.Cents == 0
        ? ""
        : $"<p>Von dem, was Sie auf unsere Forderung gezahlt haben, überweisen wir Ihnen {Amount(credited)} zurück.</p>";

    static string[] Row((string Reference, Money Amount) claim) => [claim.Reference, Amount(claim.Amount)];
}
