using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.Html;
using static Auridis.Grants.Api.Platform.Html.HtmlText;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>A letter as a German page, as it is kept: of plain HTML, without scripts, for a screen reader and for the printer.</summary>
static class LetterDocument
{
    public const string Language = "de";

    /// <param name="instruction">The instruction on remedies, as HTML; null when there is none.</param>
    public static string Of(
        string reference,
        ProgrammeTerms terms,
        string office,
        PostalAddress? address,
        LetterText text,
        string? instruction,
        DateOnly issuedOn)
    {
        var parts = instruction is null ? text.Parts : [.. text.Parts, new LetterPart("Rechtsbehelfsbelehrung", instruction)];
        return HtmlPage.Document(Language, $"{text.Subject}, {reference}", $"""
            <h1>{Text(text.Subject)}</h1>
            <dl class="facts">
            <dt>Von</dt><dd>{Text(terms.Operator)}, {Text(terms.OperatorSeat)}</dd>
            <dt>An</dt><dd>{Recipient(office, address)}</dd>
            <dt>Datum</dt><dd>{Day(issuedOn)}</dd>
            <dt>Zeichen</dt><dd>{Text(reference)}</dd>
            <dt>Programm</dt><dd>{Text(terms.Title)}, finanziert von: {Text(terms.Funder)}</dd>
            </dl>
            {string.Join('\n', parts.Select(part => Section(part.Heading, part.Html)))}
            """, $"<p>{Text(reference)} vom {Day(issuedOn)}.{Unsigned(terms)}</p>");
    }

    /// <summary>
    /// An act that a machine has made may do without a signature (§ 33 (5) SGB X, § 37 (5) VwVfG NRW); a contract has two.
    /// </summary>
    static string Unsigned(ProgrammeTerms terms) => LegalWording.Of(terms.LegalForm).IsContract
        ? ""
        : " Dieses Schreiben wurde elektronisch erstellt und ist ohne Unterschrift gültig.";

    static string Recipient(string office, PostalAddress? address) => string.Join("<br>",
    [
        Text($"Jugendamt {office}"),
        .. address is null ? (string[])[] : [Text(address.Street), Text($"{address.PostalCode} {address.Town}")],
    ]);
}
