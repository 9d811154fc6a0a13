using System.Text.Json;
using Auridis.Grants.Api.Features.Programmes;
using FluentValidation.Results;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A row of a file as the receipt that it is to be.</summary>
/// <param name="Receipt">Where a cell cannot be read, something stands in its place that no rule refuses.</param>
/// <param name="Faults">All that is wrong with the row by itself.</param>
sealed record ReceiptRow(NewReceipt Receipt, IReadOnlyList<ReceiptImportFault> Faults)
{
    static readonly NewReceipt.Validator Validator = new();

    static readonly DateOnly AnyDay = new(2000, 1, 1);

    /// <param name="categories">Those of the programme: a row names one by its code or by its title.</param>
    public static ReceiptRow Of(CsvRow row, IReadOnlyList<ProgrammeItem> categories)
    {
        List<ReceiptImportFault> faults = [];
        var reference = TextOf(row, ReceiptColumns.Reference);
        var receipt = new NewReceipt(
            TextOf(row, ReceiptColumns.Number) ?? "",
            DayOf(row, faults),
            TextOf(row, ReceiptColumns.Payee) ?? "",
            TextOf(row, ReceiptColumns.Purpose) ?? "",
            CodeOf(row[ReceiptColumns.Category]?.Trim() ?? "", categories),
            AmountOf(row, faults, reference),
            reference,
            TextOf(row, ReceiptColumns.ProcurementNote));
        faults.AddRange(Refused(row, receipt));
        return new ReceiptRow(receipt, faults);
    }

    static string? TextOf(CsvRow row, string column) => row[column] is { } cell ? CsvDocument.FromText(cell) : null;

    static string CodeOf(string cell, IReadOnlyList<ProgrammeItem> categories) => categories.Any(category => category.Code == cell)
        ? cell
        : categories.FirstOrDefault(category => category.Title.Equals(cell, StringComparison.OrdinalIgnoreCase))?.Code ?? cell;

    static DateOnly DayOf(CsvRow row, List<ReceiptImportFault> faults)
    {
        if (row[ReceiptColumns.PaidOn] is not { } cell)
            faults.Add(Missing(row, ReceiptColumns.PaidOn));
        else if (ReceiptCells.TryReadDay(cell, out var day))
            return day;
        else
        {
            faults.Add(Fault(row, ReceiptColumns.PaidOn, ImportFaultCode.InvalidDay, new Bilingual(
                "This is not a day: write 2019-06-03 or 03.06.2019.", "Das ist kein Tag: Schreiben Sie 03.06.2019 oder 2019-06-03.")));
        }
        return AnyDay;
    }

    static Money AmountOf(CsvRow row, List<ReceiptImportFault> faults, string? reference)
    {
        if (row[ReceiptColumns.Amount] is not { } cell)
            faults.Add(Missing(row, ReceiptColumns.Amount));
        else if (ReceiptCells.TryReadAmount(cell, out var amount))
            return amount;
        else if (ReceiptCells.IsAmbiguous(cell))
        {
            faults.Add(Fault(row, ReceiptColumns.Amount, ImportFaultCode.AmbiguousAmount, new Bilingual(
                "This can be thousands or cents: write 1234,00 or 1.234,00.",
                "Das können Tausender oder Cent sein: Schreiben Sie 1234,00 oder 1.234,00.")));
        }
        else
        {
            faults.Add(Fault(row, ReceiptColumns.Amount, ImportFaultCode.InvalidAmount, new Bilingual(
                "This is not an amount: write 1234,50 or 1234.50, up to 999999999.99.",
                "Das ist kein Betrag: Schreiben Sie 1234,50 oder 1234.50, bis 999999999,99.")));
        }
        return new Money(reference is null ? 1 : -1);
    }

    /// <summary>What the rules of a receipt refuse, of each field the first.</summary>
    static IEnumerable<ReceiptImportFault> Refused(CsvRow row, NewReceipt receipt)
    {
        var english = FailuresOf(receipt, "en");
        if (english.Count == 0)
            return [];
        return english.Zip(FailuresOf(receipt, "de"), (en, de) =>
        {
            var column = JsonNamingPolicy.CamelCase.ConvertName(en.PropertyName);
            return row[column] is null
                ? Missing(row, column)
                : Fault(row, column, ImportFaultCode.Invalid, new Bilingual(en.ErrorMessage, de.ErrorMessage));
        });
    }

    static List<ValidationFailure> FailuresOf(NewReceipt receipt, string language) => Bilingual.In(language, () =>
        Validator.Validate(receipt).Errors.DistinctBy(failure => failure.PropertyName, StringComparer.Ordinal).ToList());

    static ReceiptImportFault Missing(CsvRow row, string column) => Fault(row, column, ImportFaultCode.Missing, new Bilingual(
        "The field must not be empty.", "Das Feld darf nicht leer sein."));

    public static ReceiptImportFault Fault(CsvRow row, string column, string code, Bilingual message) =>
        ReceiptImportFault.At(row.Line, row.NumberOf(column), column, code, message);
}
