using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>The letters that defer a claim, and that end that before its last day. Neither tells of a write-off.</summary>
static class DeferralLetter
{
    /// <param name="claim">As it is deferred.</param>
    public static LetterText Of(RepaymentClaim claim, Deferral deferral, ProgrammeTerms terms) => new(
        $"Stundung der Forderung {claim.Reference}",
        [
            new("Entscheidung", $"""
                <p>Von der Forderung {Text(claim.Reference)} sind {Amount(InternalWriteOff.OpenToOffice(claim))} offen. Dieser Betrag wird
                gestundet: Er ist am <strong>{Day(deferral.Until)}</strong> fällig. Bitte zahlen Sie ihn bis zum Ablauf dieses Tages, und
                geben Sie bei der Überweisung <strong>{Text(claim.Reference)}</strong> an.</p>
                """),
            .. claim.Kind == RepaymentClaimKind.Interest ? (LetterPart[])[] : [new("Zinsen", """
                <p>Die Stundung unterbricht die Verzinsung nicht: Soweit Zinsen zu zahlen sind, laufen sie bis zum Tag der Zahlung.</p>
                """)],
            new("Begründung", Prose(deferral.Reason)),
            .. ClaimWording.Decision(LegalWording.Of(terms.LegalForm)),
        ]);

    /// <param name="claim">As it is due again.</param>
    public static LetterText OfEnd(RepaymentClaim claim, Deferral deferral, ProgrammeTerms terms) => new(
        $"Ende der Stundung der Forderung {claim.Reference}",
        [
            new("Entscheidung", $"""
                <p>Die Stundung bis zum {Day(deferral.Until)} endet am {Day(deferral.EndedOn!.Value)}. Von der Forderung
                {Text(claim.Reference)} sind <strong>{Amount(InternalWriteOff.OpenToOffice(claim))}</strong> offen. Es gilt wieder der
                ursprüngliche Tag der Fälligkeit: der <strong>{Day(claim.DueOn)}</strong>.</p>
                """),
            new("Begründung", Prose(deferral.EndReason!)),
            .. ClaimWording.Decision(LegalWording.Of(terms.LegalForm)),
        ]);
}
