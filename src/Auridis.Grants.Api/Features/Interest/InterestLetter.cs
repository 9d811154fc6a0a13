using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.Repayments;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Interest;

/// <summary>The letter that asks interest, or less of it than before: what bears it, each segment, and what is to be paid.</summary>
static class InterestLetter
{
    /// <param name="on">The reference of the claim, or of the payment, that bears the interest.</param>
    /// <param name="claim">The claim for what is asked; null where less is asked than before.</param>
    /// <param name="less">How much less; zero where there is a claim.</param>
    public static LetterText Of(Award award, InterestCalculation calculation, string on, RepaymentClaim? claim, Money less)
    {
        var wording = LegalWording.Of(award.Terms.LegalForm);
        return new LetterText(
            wording.IsContract ? $"Zinsen zum Fördervertrag {award.Reference}" : $"Zinsbescheid zu {award.Reference}",
            new("Entscheidung", Decision(calculation, claim, less)),
            new("Begründung", Reason(calculation, on)),
            new("Berechnung", Reckoning(calculation, award.Terms)),
            new("Rechtsgrundlage", ClaimWording.Basis(wording, wording.Interest)));
    }

    static string Decision(InterestCalculation calculation, RepaymentClaim? claim, Money less)
    {
        var asked = claim is not null
            ? $"<p>Wir verlangen Zinsen von <strong>{Amount(claim.Principal)}</strong>.</p>"
            : $"<p>Wir verlangen <strong>{Amount(less)}</strong> weniger Zinsen als bisher.</p>";
        var before = calculation.AskedBefore.Cents > 0
            ? $"""
                <p>Neu berechnet sind es {Amount(calculation.Interest)}; {Amount(calculation.AskedBefore)} waren schon verlangt.</p>
                """
            : "";
        return asked + before + (claim is null ? "" : ClaimWording.Payment(claim));
    }

    static string Reason(InterestCalculation calculation, string on) => calculation.Kind == InterestKind.LateUse
        ? $"""
            <p>Von der Auszahlung {Text(on)} wurden {Amount(calculation.Amount!.Value)} erst am {Day(calculation.Until)} verwendet.</p>
            """
        : $"<p>Die Forderung {Text(on)} ist zu verzinsen, bis sie gezahlt ist. Berechnet sind die Zinsen "
            + $"bis zum {Day(calculation.Until)}.</p>"
            + calculation.NothingBecause switch
            {
                NothingBecause.NotToBlame =>
                    "<p>Was zur Forderung geführt hat, haben Sie nicht zu vertreten, und Sie haben fristgerecht gezahlt.</p>",
                NothingBecause.BelowMinimum => "<p>Die Zinsen erreichen den Betrag nicht, von dem an sie verlangt werden.</p>",
                _ => "",
            };

    static string Reckoning(InterestCalculation calculation, ProgrammeTerms terms) =>
        Table("Zinszeiträume", ["Vom", "Bis zum", "Tage", "Zinssatz", "Offener Betrag"], calculation.Segments.Select(Cells))
        + $"""
            <p>Der Zinssatz liegt {Figure(terms.InterestSurchargePercent)} Prozentpunkte über dem Basiszinssatz und nie unter null. Das
            Jahr hat 365 Tage. Gerundet ist einmal, am Ende: {Amount(calculation.Reckoned)}.</p>
            """;

    static string[] Cells(InterestSegment segment) =>
    [
        Day(segment.StartsOn), Day(segment.EndsOn), Figure(segment.Days), Figure(segment.Percent) + " Prozent",
        Amount(segment.Sum),
    ];
}
