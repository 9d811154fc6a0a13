using Auridis.Grants.Api.Features.Letters;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>What letters on claims say in the same words.</summary>
static class ClaimWording
{
    /// <summary>What is to be paid on a claim that was just made, by which day, and what the transfer has to name.</summary>
    public static string Payment(RepaymentClaim claim) => $"""
        <p>Zu zahlen sind <strong>{Amount(claim.Principal)}</strong> bis zum Ablauf des <strong>{Day(claim.DueOn)}</strong>. Bitte geben Sie
        bei der Überweisung <strong>{Text(claim.Reference)}</strong> an.</p>
        """;

    /// <summary>What a claim is on.</summary>
    /// <param name="provision">A law, or the contract.</param>
    public static string Basis(LegalWording wording, string provision) =>
        $"<p>Die Forderung beruht auf {Text(provision)}.{(wording.IsContract ? "" : " " + Text(wording.Decision))}</p>";

    /// <summary>What makes a decision on a claim what it is; of a contract only what its reason says.</summary>
    /// <param name="provision">What the decision rests on; null where none was named.</param>
    public static LetterPart[] Decision(LegalWording wording, string? provision = null)
    {
        string[] sentences = [.. Named(provision), .. wording.IsContract ? Named(null) : [wording.Decision]];
        return sentences.Length == 0 ? [] : [new("Rechtsgrundlage", $"<p>{Text(string.Join(' ', sentences))}</p>")];
    }

    static string[] Named(string? provision) => provision is null ? [] : [provision + "."];
}
