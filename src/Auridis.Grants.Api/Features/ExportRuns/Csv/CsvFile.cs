using System.Globalization;

namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>The format <c>csv</c>: one line for each posting; ISO dates, decimal points.</summary>
static class CsvFile
{
    /// <summary>The columns; the document lists them at <see cref="GetExportFile"/>.</summary>
    public static readonly string[] Header =
    [
        "row", "postedOn", "documentOn", "event", "document", "debitAccount", "creditAccount",
        "amount", "currency", "text", "awardId", "entrySeq",
    ];

    public static byte[] Write(IEnumerable<ExportLine> lines) => CsvDocument.Write(Header, lines.Select(Row));

    static string[] Row(ExportLine line) =>
    [
        line.Row,
        Date(line.PostedOn),
        Date(line.DocumentOn),
        line.Event,
        CsvDocument.Text(line.Document),
        line.DebitAccount,
        line.CreditAccount,
        line.Amount.ToAmount(),
        "EUR",
        CsvDocument.Text(line.Text),
        line.AwardId?.ToString("D") ?? "",
        line.EntrySeq.ToString(CultureInfo.InvariantCulture),
    ];

    static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
