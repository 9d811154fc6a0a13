using System.Globalization;
using System.Text;
using Auridis.Grants.Api.Features.ExportRuns;
using CsvHelper;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.ExportRuns;

public sealed class CsvFileTests
{
    static readonly ExportLine Sample = new()
    {
        EntrySeq = 4,
        FiscalYear = 2019,
        Number = 3,
        Line = 1,
        Event = "payable",
        AwardId = new Guid("0190f3a0-0000-7000-8000-000000000001"),
        Document = "GA-2018-Z-03-P01",
        Text = "Payment GA-2018-Z-03-P01 released",
        DocumentOn = new DateOnly(2019, 2, 1),
        PostedOn = new DateOnly(2019, 2, 1),
        DebitAccount = "4000",
        CreditAccount = "1700",
        Amount = new Money(1_234_50),
    };

    [Test]
    public void A_file_has_a_header_and_a_line_for_each_posting() =>
        Assert.That(Encoding.UTF8.GetString(CsvFile.Write([Sample])), Is.EqualTo(
        "row,postedOn,documentOn,event,document,debitAccount,creditAccount,amount,currency,text,awardId,entrySeq\r\n"
        + "J-2019-000003-1,2019-02-01,2019-02-01,payable,GA-2018-Z-03-P01,4000,1700,1234.50,EUR,Payment GA-2018-Z-03-P01 released,"
        + "0190f3a0-0000-7000-8000-000000000001,4\r\n"));

    [TestCase("=1+1", "'=1+1")]
    [TestCase("+49", "'+49")]
    [TestCase("-x", "'-x")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("=a,b", "\"'=a,b\"")]
    [TestCase("Größe \"M\"", "\"Größe \"\"M\"\"\"")]
    [TestCase("a=b", "a=b")]
    public void No_text_is_a_formula(string text, string cell) =>
        Assert.That(Encoding.UTF8.GetString(CsvFile.Write([Sample with { Text = text }])), Does.Contain($",EUR,{cell},0190"));

    /// <summary>A spreadsheet guesses in the language of its user what a cell is, and a key that it takes for a date is lost.</summary>
    [Test]
    public void No_language_reads_a_row_as_a_date_or_a_number()
    {
        List<string> rows = [Sample.Row, .. Enumerable.Range(1, 31).Select(number => (Sample with { Number = number, Line = number }).Row)];
        var read =
            from culture in CultureInfo.GetCultures(CultureTypes.AllCultures)
            from row in rows
            where DateTime.TryParse(row, culture, DateTimeStyles.AllowWhiteSpaces, out _)
                || double.TryParse(row, NumberStyles.Any, culture, out _)
            select $"{culture.Name}: {row}";

        Assert.That(read, Is.Empty);
        Assert.That(DateTime.TryParse("2019/3/1", CultureInfo.InvariantCulture, out _), "the test knows a date when it sees one");
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property What_is_written_is_what_is_read() =>
        Prop.ForAll(Lines.ToArbitrary(), lines => Read(CsvFile.Write(lines)).SequenceEqual(lines));

    [FsCheck.NUnit.Property]
    public Property The_same_lines_give_the_same_bytes() =>
        Prop.ForAll(Lines.ToArbitrary(), lines => CsvFile.Write(lines).SequenceEqual(CsvFile.Write(lines)));

    static Gen<List<ExportLine>> Lines => Line.ListOf().Select(lines => lines.ToList());

    static Gen<ExportLine> Line =>
        from seq in Gen.Choose(1, int.MaxValue)
        from year in Gen.Choose(2000, 2099)
        from day in Gen.Choose(0, 364)
        from line in Gen.Choose(1, 9)
        from cents in Gen.Choose(1, int.MaxValue)
        from award in Gen.OneOf(Gen.Constant<Guid?>(null), Gen.Constant(Sample.AwardId))
        from document in Text
        from text in Text
        select Sample with
        {
            EntrySeq = seq,
            FiscalYear = year,
            Number = seq,
            Line = line,
            PostedOn = new DateOnly(year, 1, 1).AddDays(day),
            Amount = new Money(cents),
            AwardId = award,
            Document = document,
            Text = text,
        };

    // What breaks a file stands beside ordinary letters, often.
    static Gen<string> Text => Gen
        .Elements("\"", ",", ";", "\r", "\n", "\r\n", "\t", " ", "'", "=", "+", "-", "@", "a", "ß", "€", "0", "😀")
        .ListOf().Select(parts => string.Concat(parts));

    static List<ExportLine> Read(byte[] file)
    {
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        using var csv = new CsvReader(reader, CultureInfo.InvariantCulture);
        List<ExportLine> lines = [];
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var row = csv.GetField("row")!.Split('-')[1..].Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            lines.Add(new ExportLine
            {
                EntrySeq = csv.GetField<long>("entrySeq"),
                FiscalYear = row[0],
                Number = row[1],
                Line = row[2],
                PostedOn = DateOnly.ParseExact(csv.GetField("postedOn")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                DocumentOn = DateOnly.ParseExact(csv.GetField("documentOn")!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Event = csv.GetField("event")!,
                Document = Original(csv.GetField("document")!),
                Text = Original(csv.GetField("text")!),
                AwardId = csv.GetField("awardId") is { Length: > 0 } award ? Guid.Parse(award) : null,
                DebitAccount = csv.GetField("debitAccount")!,
                CreditAccount = csv.GetField("creditAccount")!,
                Amount = Money.TryParse(csv.GetField("amount"), out var money)
                    ? money
                    : throw new FormatException("An amount has two decimal places."),
            });
        }
        return lines;
    }

    static string Original(string cell) => cell is ['\'', ..] ? cell[1..] : cell;
}
