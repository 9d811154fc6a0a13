namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The columns of receipts in a CSV file: what is exported can be imported as it is.</summary>
static class ReceiptColumns
{
    public const string Number = "number";
    public const string PaidOn = "paidOn";
    public const string Payee = "payee";
    public const string Purpose = "purpose";
    public const string Category = "category";
    public const string Amount = "amount";
    public const string Reference = "reference";
    public const string ProcurementNote = "procurementNote";

    public static readonly CsvColumn[] All =
    [
        new(Number, IsRequired: true, OtherName: "Belegnummer"),
        new(PaidOn, IsRequired: true, OtherName: "Zahlungsdatum"),
        new(Payee, IsRequired: true, OtherName: "Empfänger"),
        new(Purpose, IsRequired: true, OtherName: "Zweck"),
        new(Category, IsRequired: true, OtherName: "Kategorie"),
        new(Amount, IsRequired: true, OtherName: "Betrag"),
        new(Reference, IsRequired: false, OtherName: "Bezug"),
        new(ProcurementNote, IsRequired: false, OtherName: "Vergabevermerk"),
    ];

    static readonly string[] Header = [.. All.Select(column => column.Name)];

    /// <summary>Receipts as a file, in their order.</summary>
    public static byte[] Write(IEnumerable<NewReceipt> receipts) => CsvDocument.Write(Header, receipts.Select(receipt => (string[])
    [
        CsvDocument.Text(receipt.Number),
        receipt.PaidOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        CsvDocument.Text(receipt.Payee),
        CsvDocument.Text(receipt.Purpose),
        receipt.Category,
        receipt.Amount.ToAmount(),
        receipt.Reference is null ? "" : CsvDocument.Text(receipt.Reference),
        receipt.ProcurementNote is null ? "" : CsvDocument.Text(receipt.ProcurementNote),
    ]));
}
