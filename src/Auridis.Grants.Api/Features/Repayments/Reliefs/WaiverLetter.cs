using Auridis.Grants.Api.Features.Letters;
using Auridis.Grants.Api.Features.Programmes;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>The letter that waives a claim, in whole or in part. It does not tell of a write-off.</summary>
static class WaiverLetter
{
    /// <param name="claim">As it is after the waiver.</param>
    public static LetterText Of(RepaymentClaim claim, Waiver waiver, ProgrammeTerms terms) => new(
        $"Erlass zur Forderung {claim.Reference}",
        [
            new("Entscheidung", $"""
                <p>Von der Forderung {Text(claim.Reference)} werden Ihnen <strong>{Amount(waiver.Amount)}</strong> erlassen.
                {Rest(claim, InternalWriteOff.OpenToOffice(claim))}</p>
                """),
            new("Begründung", Prose(waiver.Reason)),
            .. ClaimWording.Decision(LegalWording.Of(terms.LegalForm), waiver.LegalBasis),
        ]);

    static string Rest(RepaymentClaim claim, Money open) => open.Cents == 0
        ? "Von ihr ist nichts mehr offen."
        : $"Offen bleiben {Amount(open)}, fällig am {Day(claim.DeferredUntil ?? claim.DueOn)}.";
}
