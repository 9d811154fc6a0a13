using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Repayments;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The letter that claims money back after a report: what, by when, and how it was found.</summary>
static class ReportClaimLetter
{
    /// <param name="statement">That of the final report, as it is frozen.</param>
    public static LetterText Of(Award award, SpendingReport report, Statement statement, RepaymentClaim claim)
    {
        var wording = LegalWording.Of(award.Terms.LegalForm);
        return new LetterText(
            wording.IsContract ? $"Rückforderung zum Fördervertrag {award.Reference}" : $"Rückforderungsbescheid zu {award.Reference}",
            new("Entscheidung", $"""
                <p>Der Verwendungsnachweis {Text(report.Reference)} ist geprüft. Wir fordern <strong>{Amount(claim.Principal)}</strong>
                zurück.</p>
                {ClaimWording.Payment(claim)}
                """),
            new("Berechnung", Table("Was Ihnen zusteht", ["Angabe", "Betrag"], Figures(statement))),
            new("Begründung", Reason(report, statement)),
            new("Zinsen", "<p>Sind Zinsen zu zahlen, verlangen wir sie in einem eigenen Schreiben.</p>"),
            new("Rechtsgrundlage", ClaimWording.Basis(wording, wording.Repayment)));
    }

    static IEnumerable<string[]> Figures(Statement statement)
    {
        foreach (var figure in Entitlement(statement))
            yield return figure;
        yield return ["gezahlt und nicht zurückgezahlt", Amount(statement.Paid)];
        // Also what of it was waived, and what was written off, of which the office is not told.
        if (statement.Claimed.Cents > 0)
            yield return ["schon zurückgefordert und nicht gezahlt", Amount(statement.Claimed)];
        else if (statement.Claimed.Cents < 0)
            yield return ["Guthaben aus früheren Rückforderungen", Amount(new Money(-statement.Claimed.Cents))];
        yield return ["zu erstatten", Amount(statement.Claim!.Value)];
    }

    /// <summary>How it was found what the site is entitled to, figure by figure.</summary>
    public static IEnumerable<string[]> Entitlement(Statement statement)
    {
        yield return ["Ausgaben nach Ihrem Nachweis", Amount(statement.Expenditure)];
        yield return ["davon nicht anerkannt", Amount(statement.NotRecognised)];
        yield return ["anerkannte Ausgaben", Amount(statement.Recognised)];
        if (statement.OwnFundsDeducted is { Cents: > 0 } own)
            yield return ["abzüglich Eigenmittel", Amount(own)];
        if (statement.ThirdPartyDeducted is { Cents: > 0 } thirdParty)
            yield return ["abzüglich Drittmittel", Amount(thirdParty)];
        if (statement.SharePercent is { } percent)
            yield return [$"davon {Figure(percent)} Prozent", Amount(statement.Borne!.Value)];
        yield return ["höchstens", Amount(statement.Awarded)];
        yield return ["Ihnen stehen zu", Amount(statement.Entitlement!.Value)];
    }

    static string Reason(SpendingReport report, Statement statement) =>
        "<p>Gezahlt wurde mehr, als Ihnen nach dem Ergebnis der Prüfung zusteht.</p>"
        + (statement.NotRecognised.Cents > 0
            ? $"""
                <p>Nicht anerkannt sind Ausgaben von {Amount(statement.NotRecognised)}. Die Gründe stehen bei den Belegen und den
                Ausgabenkategorien des Nachweises {Text(report.Reference)}.</p>
                """
            : "")
        + (report.Hearing is { } hearing
            ? $"<p>Sie wurden am {Day(hearing.SentOn)} angehört{Reply(hearing)}.</p>"
            : "");

    static string Reply(Hearing hearing) => hearing.RepliedOn is { } on ? $" und haben sich am {Day(on)} geäußert" : "";
}
