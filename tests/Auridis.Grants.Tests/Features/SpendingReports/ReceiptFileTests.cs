using System.Text;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Platform.Csv;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>What a table of receipts means, and that an export says it so that an import reads it back.</summary>
[TestFixture]
public sealed class ReceiptFileTests
{
    static readonly NewReceipt.Validator Validator = new();

    [TestCase("12", 12_00)]
    [TestCase("12,5", 12_50)]
    [TestCase("12.5", 12_50)]
    [TestCase("12,05", 12_05)]
    [TestCase("-12.05", -12_05)]
    [TestCase(" 0012,00 ", 12_00)]
    [TestCase("1234,50", 1_234_50)]
    [TestCase("1.234,50", 1_234_50)]
    [TestCase("1.234,5", 1_234_50)]
    [TestCase("-1.234.567,89", -1_234_567_89)]
    [TestCase("1.234.567", 1_234_567_00)]
    [TestCase("999999999.99", 999_999_999_99)]
    [TestCase("999.999.999,99", 999_999_999_99)]
    public void An_amount_is_read_as_it_is_meant(string cell, long cents) =>
        Assert.That((ReceiptCells.TryReadAmount(cell, out var amount), amount.Cents), Is.EqualTo((true, cents)));

    [TestCase("1.234")]
    [TestCase("1,234")]
    [TestCase("-12.345")]
    public void An_amount_that_can_be_read_in_two_ways_is_not_read(string cell) =>
        Assert.That((ReceiptCells.TryReadAmount(cell, out _), ReceiptCells.IsAmbiguous(cell)), Is.EqualTo((false, true)));

    [TestCase("")]
    [TestCase("ten")]
    [TestCase("1,234.50")]
    [TestCase("1.23.456")]
    [TestCase("12.34,50")]
    [TestCase("1234.567,00")]
    [TestCase("12,505")]
    [TestCase("12,")]
    [TestCase(",5")]
    [TestCase("+5")]
    [TestCase("--5")]
    [TestCase("5-")]
    [TestCase("5 EUR")]
    [TestCase("1e3")]
    [TestCase("1000000000,00")]
    [TestCase("١٢")]
    [TestCase("=12")]
    public void What_is_no_amount_is_not_read(string cell) => Assert.That(ReceiptCells.TryReadAmount(cell, out _), Is.False);

    [TestCase("2019-06-03", 2019, 6, 3)]
    [TestCase("03.06.2019", 2019, 6, 3)]
    [TestCase("3.6.2019", 2019, 6, 3)]
    [TestCase(" 29.02.2020 ", 2020, 2, 29)]
    public void A_day_is_read(string cell, int year, int month, int day) =>
        Assert.That((ReceiptCells.TryReadDay(cell, out var read), read), Is.EqualTo((true, new DateOnly(year, month, day))));

    [TestCase("29.02.2019")]
    [TestCase("3.6.19")]
    [TestCase("06/03/2019")]
    [TestCase("2019-6-3")]
    [TestCase("2019-06-03T00:00:00")]
    public void What_is_no_day_is_not_read(string cell) => Assert.That(ReceiptCells.TryReadDay(cell, out _), Is.False);

    [TestCase("=1+1", "'=1+1")]
    [TestCase("'s-Hertogenbosch", "''s-Hertogenbosch")]
    [TestCase("''", "'''")]
    [TestCase("Amt", "Amt")]
    public void The_apostrophe_before_a_formula_is_put_on_and_taken_off(string text, string cell) =>
        Assert.That((CsvDocument.Text(text), CsvDocument.FromText(cell)), Is.EqualTo((cell, text)));

    [Test]
    public void An_apostrophe_that_no_export_has_written_stays() => Assert.That(CsvDocument.FromText("'s-Hertogenbosch"),
        Is.EqualTo("'s-Hertogenbosch"));

    /// <summary>Import ∘ export is the identity: whatever a receipt may say.</summary>
    [FsCheck.NUnit.Property(MaxTest = 200)]
    public Property What_is_exported_is_imported_as_it_was() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NonNull<string>, NonNull<string>, int, int)[]>(),
        rows =>
        {
            List<NewReceipt> receipts = [.. rows.Select((row, i) => Of(i, row)).Where(receipt => Validator.Validate(receipt).IsValid)];
            receipts.Add(new NewReceipt("=1", new DateOnly(2019, 6, 3), "'s", "a\r\nb\rc\nd;\"e\"\t", "personnel", new Money(-1), "-2"));

            return Read(ReceiptColumns.Write(receipts)).SequenceEqual(receipts);
        });

    static NewReceipt Of(int i, (NonNull<string>, NonNull<string>, int, int) row)
    {
        var (payee, purpose, day, cents) = row;
        var number = Characters.Compose((i + Text(payee)).Trim());
        return new NewReceipt(
            number[..Math.Min(number.Length, 40)].Trim(), new DateOnly(2019, 1, 1).AddDays(Math.Abs(day % 700)), Text(payee), Text(purpose),
            "personnel", new Money(cents), cents < 0 && day % 2 == 0 ? number[..1] : null);
    }

    /// <summary>Without halves of characters, which no file can hold, in the form in which a text comes in.</summary>
    static string Text(NonNull<string> text) => Characters.Compose(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get)));

    static List<NewReceipt> Read(byte[] file)
    {
        var faults = new CsvFaults();
        var table = new CsvTable(() => new StreamReader(new MemoryStream(file)), ReceiptColumns.All, faults, keepsBreaks: true);
        var rows = table.Rows().Select(row => ReceiptRow.Of(row, [])).ToList();
        Assert.That(faults.Any, Is.False);
        Assert.That(rows.SelectMany(row => row.Faults), Is.Empty);
        return rows.ConvertAll(row => row.Receipt);
    }
}
