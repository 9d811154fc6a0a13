using System.Globalization;

namespace Auridis.Grants.Api.Features.ExportRuns;

/// <summary>A posting with its entry, as an export writes it.</summary>
sealed record ExportLine
{
    public required long EntrySeq { get; init; }
    public required int FiscalYear { get; init; }
    public required int Number { get; init; }
    public required int Line { get; init; }
    public required string Event { get; init; }
    public required Guid? AwardId { get; init; }
    public required string Document { get; init; }
    public required string Text { get; init; }
    public required DateOnly DocumentOn { get; init; }
    public required DateOnly PostedOn { get; init; }
    public required string DebitAccount { get; init; }
    public required string CreditAccount { get; init; }
    public required Money Amount { get; init; }

    /// <summary>
    /// Unique over all exports: fiscal year, entry number, line. The bookkeeping recognises a duplicate by it. The letter keeps
    /// spreadsheets from reading it as a date, as they do with <c>2019/1/1</c> and <c>2019-1-1</c>.
    /// </summary>
    public string Row => string.Create(CultureInfo.InvariantCulture, $"J-{FiscalYear}-{Number:000000}-{Line}");
}
