using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>
/// The format <c>csv</c>: RFC 4180 with CRLF, commas and a header; UTF-8 without byte order mark; one line for each posting; ISO dates,
/// decimal points. The same lines always give the same bytes.
/// <para>
/// A spreadsheet runs a cell that begins with = + - @, a tab or a carriage return as a formula. Such a text gets an apostrophe in front,
/// and so does one that begins with an apostrophe itself: a reader that takes one leading apostrophe off has the text as it was.
/// </para>
/// </summary>
static class CsvFile
{
    /// <summary>The columns; the document lists them at <see cref="GetExportFile"/>.</summary>
    public static readonly string[] Header =
    [
        "row", "postedOn", "documentOn", "event", "document", "debitAccount", "creditAccount",
        "amount", "currency", "text", "awardId", "entrySeq",
    ];

    static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // CsvHelper would leave a lone CR or LF bare once NewLine is set.
        ShouldQuote = args => args.Field is { Length: > 0 } field
            && (field.AsSpan().ContainsAny(",\"\r\n") || field[0] == ' ' || field[^1] == ' '),
    };

    public static byte[] Write(IEnumerable<ExportLine> lines)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        using (var csv = new CsvWriter(writer, Configuration))
        {
            Line(csv, Header);
            foreach (var line in lines)
            {
                Line(csv, [
                    line.Row,
                    Date(line.PostedOn),
                    Date(line.DocumentOn),
                    line.Event,
                    Harmless(line.Document),
                    line.DebitAccount,
                    line.CreditAccount,
                    line.Amount.ToAmount(),
                    "EUR",
                    Harmless(line.Text),
                    line.AwardId?.ToString("D") ?? "",
                    line.EntrySeq.ToString(CultureInfo.InvariantCulture)]);
            }
        }
        return stream.ToArray();
    }

    static void Line(CsvWriter csv, ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.NextRecord();
    }

    static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] ? "'" + text : text;
}
