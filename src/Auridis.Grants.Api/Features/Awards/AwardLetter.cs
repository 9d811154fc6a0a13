using System.Globalization;
using Auridis.Grants.Api.Features.Applications;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>
/// The letter of an award, with all that one must contain (VV no. 4.2 to § 44 LHO NRW): recipient, amount, purpose, type of financing,
/// period, plan, conditions.
/// </summary>
static class AwardLetter
{
    /// <param name="lines">The budget lines of the award.</param>
    /// <param name="financing">Who pays for them.</param>
    /// <param name="acceptBy">The last day to accept it.</param>
    /// <param name="reason">Why it was selected, where the selection says so.</param>
    public static LetterText Of(
        Application application, ProgrammeTerms terms, string reference, IReadOnlyList<FinanceLine> lines, AwardFinancing financing,
        DateOnly acceptBy, string? reason)
    {
        var wording = LegalWording.Of(terms.LegalForm);
        var title = application.Content.Title!;
        return new LetterText(
            $"{wording.Award} {reference}",
            new(wording.IsContract ? "Angebot" : "Bewilligung", Decision(application, wording, financing.Grant)),
            new("Zweck", $"""
                <p>Die Mittel sind bestimmt für das Vorhaben „{Text(title)}“, wie es Ihr Antrag {Text(application.Reference!)} in der
                Fassung {Number(application.Versions)} beschreibt. Für anderes dürfen sie nicht verwendet werden.</p>
                """),
            new("Finanzierungsart", $"<p>{Financing(terms)}</p>"),
            new(wording.IsContract ? "Förderzeitraum" : "Bewilligungszeitraum",
                $"<p>{Day(terms.FundingStartsOn)} bis {Day(terms.FundingEndsOn)}</p>"),
            new("Finanzierungsplan", Plan(terms, wording, lines, financing)),
            new("Begründung", $"""
                <p>Ihr Antrag hat die formale Prüfung bestanden, wurde begutachtet und im Rahmen der verfügbaren Plätze und Mittel
                ausgewählt.</p>
                {(reason is null ? "" : Prose(reason))}
                """),
            new(wording.Conditions, Conditions(terms, wording)),
            new("Annahme", $"""
                <p>Bitte erklären Sie bis zum Ablauf des <strong>{Day(acceptBy)}</strong>, ob Sie annehmen. Danach erlischt das Angebot, und
                der Platz wird anderweitig vergeben.</p>
                """),
            new("Rechtsgrundlage", $"<p>{Text(wording.Basis)}</p>"));
    }

    static string Decision(Application application, LegalWording wording, Money amount)
    {
        var what = wording.IsContract ? "wird Ihnen ein Vertrag angeboten über eine Förderung" : "wird Ihnen eine Zuwendung bewilligt";
        return $"""
            <p>Auf Ihren Antrag {Text(application.Reference!)} {what} in Höhe von bis zu <strong>{Amount(amount)}</strong>.</p>
            """;
    }

    static string Financing(ProgrammeTerms terms) => terms.FinancingType switch
    {
        FinancingType.FixedAmount => "Projektförderung als Festbetragsfinanzierung.",
        FinancingType.Share => "Projektförderung als Anteilfinanzierung in Höhe von "
            + $"{Figure(terms.SharePercent!.Value)} Prozent der anerkannten Ausgaben.",
        FinancingType.Deficit => "Projektförderung als Fehlbedarfsfinanzierung.",
        _ => "Projektförderung als Vollfinanzierung.",
    };

    /// <summary>Both sides of a plan, each as a table.</summary>
    public static string Plan(ProgrammeTerms terms, LegalWording wording, IReadOnlyList<FinanceLine> lines, AwardFinancing financing) =>
        Table("Ausgaben", ["Kategorie", "Betrag"],
        [
            .. lines.Select(line => (string[])
                [Text(terms.Categories.Single(category => category.Code == line.Category).Title), Amount(line.Amount)]),
            ["Summe der Ausgaben", Amount(new Money(lines.Sum(line => line.Amount.Cents)))],
        ])
        + Table("Finanzierung", ["Herkunft", "Betrag"],
        [
            ["Eigenmittel", Amount(financing.Own)],
            ["Drittmittel", Amount(financing.ThirdParty)],
            [wording.IsContract ? "Förderung" : "Zuwendung", Amount(financing.Grant)],
            ["Summe der Finanzierung", Amount(new Money(financing.Own.Cents + financing.ThirdParty.Cents + financing.Grant.Cents))],
        ]);

    static string Conditions(ProgrammeTerms terms, LegalWording wording) => List(
    [
        "Mittel können abgerufen werden, sobald "
            + (wording.IsContract ? "der Vertrag von beiden Seiten unterschrieben ist." : "die Zuwendung bestandskräftig ist.")
            + $" Ausgezahlte Mittel sind innerhalb von {UseBy(terms)} zu verwenden.",
        terms.FinancingType == FinancingType.FixedAmount || terms.TolerancePercent == 0
            ? "Die Ansätze des Finanzierungsplans sind verbindlich."
            : $"Ein Ansatz des Finanzierungsplans darf um bis zu {Number(terms.TolerancePercent)} Prozent überschritten werden, soweit bei "
                + "anderen Ansätzen eingespart wird.",
        .. (terms.InterimReports ?? []).Select(report =>
            $"Ein Zwischennachweis über die Zeit bis zum {Day(report.Until)} ist bis zum {Day(ReportDueDate.Of(report))} vorzulegen."),
        $"Der Verwendungsnachweis ist bis zum {Day(ReportDueDate.Of(terms))} vorzulegen.",
        "Änderungen der Finanzierung, Verzögerungen und Änderungen des Zwecks sind unverzüglich mitzuteilen.",
        $"Nicht oder nicht zweckentsprechend verwendete Mittel sind zu erstatten ({Text(wording.Ending)}).",
    ]);

    static string UseBy(ProgrammeTerms terms) => terms.UseByWeeks switch
    {
        null => Months(terms.UseByMonths),
        1 => "einer Woche",
        { } weeks => $"{Number(weeks)} Wochen",
    };

    static string Months(int months) => months == 1 ? "einem Monat" : $"{Number(months)} Monaten";

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
