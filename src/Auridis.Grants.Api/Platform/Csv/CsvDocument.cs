using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Auridis.Grants.Api.Platform.Csv;

/// <summary>
/// A CSV file for others: RFC 4180 with CRLF, commas and a header; UTF-8 without byte order mark. The same rows always give the same bytes.
/// </summary>
static class CsvDocument
{
    /// <summary>The media type of such a file.</summary>
    public const string ContentType = "text/csv; charset=utf-8; header=present";

    static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        // CsvHelper would leave a lone CR or LF bare once NewLine is set.
        ShouldQuote = args => args.Field is { Length: > 0 } field
            && (field.AsSpan().ContainsAny(",\"\r\n") || field[0] == ' ' || field[^1] == ' '),
    };

    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">A field for each column; a text in which people have a hand goes through <see cref="Text"/>.</param>
    public static byte[] Write(string[] header, IEnumerable<string[]> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true))
        using (var csv = new CsvWriter(writer, Configuration))
        {
            Line(csv, header);
            foreach (var row in rows)
                Line(csv, row);
        }
        return stream.ToArray();
    }

    /// <summary>
    /// A spreadsheet runs a cell that begins with = + - @, a tab or a carriage return as a formula. Such a text gets an apostrophe in
    /// front, and so does one that begins with an apostrophe itself: a reader that takes one leading apostrophe off has the text as it was.
    /// </summary>
    public static string Text(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] ? "'" + text : text;

    /// <summary>The text that <see cref="Text"/> has made such a cell of; any other cell is a text as it stands.</summary>
    public static string FromText(string cell) =>
        cell is ['\'', '=' or '+' or '-' or '@' or '\t' or '\r' or '\'', ..] ? cell[1..] : cell;

    static void Line(CsvWriter csv, ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.NextRecord();
    }
}
