using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// Goes through a file of receipts row by row and tells of each whether it can be a receipt of the report. What belongs to several rows
/// (a number twice, credit notes on a receipt, the size of the report) it keeps in mind.
/// </summary>
/// <param name="award">The award as it is while the check runs; whoever applies the import asks once more.</param>
/// <param name="existing">The receipts that the reports of the award have.</param>
sealed class ReceiptCheck(SpendingReport report, Award award, IReadOnlyList<ReceiptCheck.Existing> existing, DateOnly today)
{
    readonly IReadOnlyList<string> lines = SampledReceipts.Lines(report, award.Categories);
    readonly IReadOnlyList<ProgrammeItem> categories = award.Terms.Categories;
    readonly HashSet<string> taken = existing.Select(receipt => receipt.Number).ToHashSet(StringComparer.Ordinal);
    readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);
    readonly Dictionary<string, long> paid = existing.Where(receipt => receipt.Amount.Cents > 0)
        .ToDictionary(receipt => receipt.Number, receipt => receipt.Amount.Cents, StringComparer.Ordinal);
    readonly Dictionary<string, long> credited = existing.Where(receipt => receipt.Reference is not null)
        .GroupBy(receipt => receipt.Reference!, StringComparer.Ordinal)
        .ToDictionary(credits => credits.Key, credits => -credits.Sum(receipt => receipt.Amount.Cents), StringComparer.Ordinal);
    readonly List<(CsvRow Row, NewReceipt Receipt)> credits = [];
    readonly long reported = report.Expenditure.Cents;
    CsvRow? last;

    public int Read { get; private set; }

    public int Good { get; private set; }

    public long Sum { get; private set; }

    /// <summary>Whether no more of the file is to be read.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The header has faults, and no row is read.</summary>
    public static IEnumerable<ReceiptImportFault> OfForm(IEnumerable<CsvFinding> findings) => findings.Select(finding =>
        ReceiptImportFault.At(finding.Line, finding.Column, name: null, ImportFaultCode.Malformed, finding.Message));

    /// <summary>A row whose form is wrong; its faults are told by the reader of the file.</summary>
    public IReadOnlyList<ReceiptImportFault> Malformed(int line)
    {
        Read++;
        return Full(line) is { } full ? [full] : [];
    }

    /// <summary>What is wrong with a row; nothing when it can be a receipt.</summary>
    public IReadOnlyList<ReceiptImportFault> Of(CsvRow row, out NewReceipt receipt)
    {
        Read++;
        if (Full(row.Line) is { } full)
        {
            receipt = null!;
            return [full];
        }
        var (read, faults) = ReceiptRow.Of(row, categories);
        receipt = read;
        List<ReceiptImportFault> all = [.. faults.Concat(Refused(row, read, faults)).OrderBy(fault => fault.Column)];
        if (all.Count > 0)
            return all;
        Good++;
        Sum += read.Amount.Cents;
        last = row;
        if (read.Amount.Cents > 0)
            paid.Add(read.Number, read.Amount.Cents);
        if (read.Reference is not null)
            credits.Add((row, read));
        return [];
    }

    /// <summary>What is wrong with the good rows together, when all were read.</summary>
    public IReadOnlyList<ReceiptImportFault> AtTheEnd()
    {
        List<ReceiptImportFault> faults = [.. credits.Select(credit => Credit(credit.Row, credit.Receipt)).OfType<ReceiptImportFault>()];
        Good -= faults.Count;
        if (last is not null && Math.Abs(reported + Sum) > ReportLimits.LargestSum.Cents)
        {
            faults.Add(ReceiptRow.Fault(last, ReceiptColumns.Amount, ImportFaultCode.ReportFull, TooMuch));
            Good -= faults.Exists(fault => fault.Line == last.Line && fault.Code == ImportFaultCode.CreditAboveReceipt) ? 0 : 1;
        }
        return faults;
    }

    ReceiptImportFault? Full(int line)
    {
        IsFull = report.ReceiptCount + Read > ReportLimits.MostReceipts;
        return IsFull ? ReceiptImportFault.At(line, 1, name: null, ImportFaultCode.ReportFull, TooMuch) : null;
    }

    static Bilingual TooMuch => new(
        Bilingual.In("en", () => $"A report holds at most {ReportLimits.MostReceipts} receipts, with a sum of {ReportLimits.LargestSum}."),
        Bilingual.In("de", () => $"Ein Nachweis fasst höchstens {ReportLimits.MostReceipts} Belege mit einer Summe von "
            + $"{ReportLimits.LargestSum}."));

    /// <summary>What the report, its award and the rows above do not allow; nothing of a field that has a fault already.</summary>
    IEnumerable<ReceiptImportFault> Refused(CsvRow row, NewReceipt receipt, IReadOnlyList<ReceiptImportFault> faults)
    {
        var isNumbered = faults.All(fault => fault.ColumnName != ReceiptColumns.Number);
        if (isNumbered && !seen.TryAdd(receipt.Number, row.Line))
        {
            var line = seen[receipt.Number];
            yield return ReceiptRow.Fault(row, ReceiptColumns.Number, ImportFaultCode.RepeatedNumber, new Bilingual(
                $"This number stands on line {line} already.", $"Diese Nummer steht schon in Zeile {line}."));
        }
        string[] own = taken.Contains(receipt.Number) ? [receipt.Number] : [];
        var english = Bilingual.In("en", () => ReceiptFaults.OfOne(receipt, lines, own, today));
        if (english.Count == 0)
            yield break;
        var german = Bilingual.In("de", () => ReceiptFaults.OfOne(receipt, lines, own, today));
        foreach (var (pointer, messages) in english)
        {
            var column = pointer[1..];
            if (faults.All(fault => fault.ColumnName != column))
            {
                yield return ReceiptRow.Fault(row, column, CodeOf(column), new Bilingual(messages[0], german[pointer][0]));
            }
        }
    }

    static string CodeOf(string column) => column switch
    {
        ReceiptColumns.Number => ImportFaultCode.TakenNumber,
        ReceiptColumns.PaidOn => ImportFaultCode.FutureDay,
        _ => ImportFaultCode.UnknownCategory,
    };

    ReceiptImportFault? Credit(CsvRow row, NewReceipt receipt)
    {
        if (!paid.TryGetValue(receipt.Reference!, out var amount))
            return null;
        var sum = credited[receipt.Reference!] = credited.GetValueOrDefault(receipt.Reference!) - receipt.Amount.Cents;
        return sum <= amount ? null : ReceiptRow.Fault(row, ReceiptColumns.Amount, ImportFaultCode.CreditAboveReceipt, new Bilingual(
            "With this one, the credit notes on that receipt are more than was paid.",
            "Mit dieser ergeben die Gutschriften zu jenem Beleg mehr, als gezahlt wurde."));
    }

    /// <summary>A receipt that a report of the award has.</summary>
    public sealed record Existing
    {
        public required string Number { get; init; }
        public required Money Amount { get; init; }
        public string? Reference { get; init; }
    }
}
