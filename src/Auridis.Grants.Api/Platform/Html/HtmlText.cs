using System.Globalization;

namespace Auridis.Grants.Api.Platform.Html;

/// <summary>
/// The parts of a German document: a heading for each section, and for each table a caption and the headers of its rows and columns, so
/// that a screen reader follows it. What people write is encoded here.
/// </summary>
static class HtmlText
{
    static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    const string AmountTag = "<span class=\"amount\">";

    /// <param name="heading">Not yet encoded.</param>
    /// <param name="html">What stands below it.</param>
    public static string Section(string heading, string html) => $"""
        <section>
        <h2>{Text(heading)}</h2>
        {html}
        </section>
        """;

    /// <param name="rows">Cells as HTML; the first of each row is its header.</param>
    public static string Table(string caption, string[] columns, IEnumerable<string[]> rows) => columns.Length <= MostNarrow
        ? Plain(caption, columns, [.. rows])
        : $"""
        <div class="wide" role="region" aria-label="{caption}" tabindex="0">
        {Plain(caption, columns, [.. rows])}
        </div>
        """;

    /// <summary>With more columns a table scrolls in a frame of its own where the screen is narrow, and the page does not.</summary>
    const int MostNarrow = 2;

    static string Plain(string caption, string[] columns, IReadOnlyList<string[]> rows) => $"""
        <table>
        <caption>{caption}</caption>
        <thead><tr>{string.Concat(columns.Select((column, place) => Column(column, rows.Any(row => IsAmount(row[place])))))}</tr></thead>
        <tbody>
        {string.Join('\n', rows.Select(Row))}
        </tbody>
        </table>
        """;

    /// <param name="items">As HTML.</param>
    public static string List(IEnumerable<string> items) => $"<ul>\n{string.Join('\n', items.Select(item => $"<li>{item}</li>"))}\n</ul>";

    /// <summary>A paragraph of several lines, as they were written.</summary>
    public static string Prose(string text) =>
        $"<p>{string.Join("<br>", text.ReplaceLineEndings("\n").Split('\n').Select(HtmlPage.Encode))}</p>";

    public static string Text(string text) => HtmlPage.Encode(text);

    /// <summary>Its figure stays in one line with its currency, and at the end of the column where it is alone in a cell.</summary>
    public static string Amount(Money money) => $"{AmountTag}{HtmlPage.Encode(money.In("de"))}</span>";

    /// <summary>A number that is no amount, such as a percentage, with two decimals at most.</summary>
    public static string Figure(decimal number) => number.ToString("0.##", German);

    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    // The header of a column of amounts stands above them, at its end.
    static string Column(string header, bool isOfAmounts) =>
        $"<th scope=\"col\"{(isOfAmounts ? " class=\"amount\"" : "")}>{header}</th>";

    static bool IsAmount(string cell) => cell.StartsWith(AmountTag, StringComparison.Ordinal);

    static string Row(string[] cells) =>
        $"<tr><th scope=\"row\">{cells[0]}</th>{string.Concat(cells.Skip(1).Select(cell => $"<td>{cell}</td>"))}</tr>";
}
