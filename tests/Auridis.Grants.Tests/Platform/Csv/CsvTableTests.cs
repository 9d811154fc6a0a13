using System.Globalization;
using System.Text;
using Auridis.Grants.Api.Platform.Csv;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Platform.Csv;

/// <summary>CSV files as spreadsheets write them, and as they come when something went wrong.</summary>
[TestFixture]
public sealed class CsvTableTests
{
    static readonly CsvColumn[] Columns = [new("name", IsRequired: true), new("town", IsRequired: false, OtherName: "ort")];

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [TestCase("name,town\nKöln,Rhein")]
    [TestCase("name;town\r\nKöln;Rhein\r\n")]
    [TestCase("name\ttown\rKöln\tRhein\r")]
    [TestCase("NAME;Ort\n\n\nKöln;Rhein\n\n")]
    [TestCase("\"name\";\"town\"\n\"Köln\";\"Rhein\"")]
    [TestCase(" name ; town \nKöln;Rhein")]
    [TestCase("town;name\nRhein;Köln")]
    public void A_file_is_read_whoever_has_written_it(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        byte[][] files = [utf8, [.. Encoding.UTF8.Preamble, .. utf8], Windows1252.GetBytes(text)];

        foreach (var file in files)
            Assert.That(Read(file), Is.EqualTo(new (int, string?, string?)[] { (LineOf(text), "Köln", "Rhein") }));
    }

    static int LineOf(string text) => text.Contains("\n\n\n", StringComparison.Ordinal) ? 4 : 2;

    [Test]
    public void What_stands_in_quotes_is_one_field_and_a_row_is_named_by_its_first_line()
    {
        var rows = Read(Encoding.UTF8.GetBytes("name;town\n\"a;\"\"b\"\"\r\nc\";x\n;y\n"));

        Assert.That(rows, Is.EqualTo(new (int, string?, string?)[] { (2, "a;\"b\"\nc", "x"), (4, null, "y") }));
    }

    [TestCase("=1+1")]
    [TestCase("@SUM(A1)")]
    [TestCase("-2")]
    [TestCase("'x")]
    public void A_formula_is_a_text(string cell) =>
        Assert.That(Read(Encoding.UTF8.GetBytes($"name\n{cell}\n")), Is.EqualTo(new (int, string?, string?)[] { (2, cell, null) }));

    [Test]
    public void A_text_is_composed() =>
        Assert.That(Read(Encoding.UTF8.GetBytes("name\nKo\u0308ln\n"))[0].Name, Is.EqualTo("Köln"));

    [TestCase("", "1:1")]
    [TestCase("\n\n", "1:1")]
    [TestCase("town\nx", "1:2")]
    [TestCase("name;nmae\nx;y", "1:2")]
    [TestCase("name;town;name\nx;y;z", "1:3")]
    [TestCase("name;town;ort\nx;y;z", "1:3")]
    [TestCase("name;town\n\n", "1:1")]
    [TestCase("name;town\nx\ny;z;w\nv;u", "2:2 3:3")]
    [TestCase("name;town\nx;\"y\nz;w\nv;u", "2:2")]
    [TestCase("name;town\n\"x\"y;z\nw;\"v\" \nu;t", "2:1 3:2")]
    [TestCase("name;town\nx\"y;z\nu;5\" pipe\n", "2:1 3:2")]
    public void Each_fault_has_its_line_and_column(string text, string places)
    {
        var faults = new CsvFaults();
        _ = new CsvTable(Encoding.UTF8.GetBytes(text), Columns, faults).Rows().Count();

        Assert.That(string.Join(' ', faults.First().Select(fault => $"{fault.Line}:{fault.Column}")), Is.EqualTo(places));
        Assert.That(faults.Rows, Is.EqualTo(places.Split(' ').Length));
    }

    [Test]
    public void At_most_a_thousand_faults_are_named_and_all_rows_counted()
    {
        var faults = new CsvFaults();
        _ = new CsvTable(Encoding.UTF8.GetBytes("name;town\n" + string.Concat(Enumerable.Repeat("x\n", 1500))), Columns, faults)
            .Rows().Count();

        Assert.That((faults.First().Length, faults.Rows), Is.EqualTo((1000, 1500)));
    }

    [FsCheck.NUnit.Property]
    public Property What_another_program_writes_is_read_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NonNull<string>, NonNull<string>)[]>(),
        ArbMap.Default.GeneratorFor<bool>().ToArbitrary(),
        (cells, semicolons) =>
        {
            List<(string Name, string Town)> rows = [.. cells
                .Select(row => (Name: Plain(row.Item1.Get), Town: Plain(row.Item2.Get)))
                .Where(row => row is not ("", "")).DefaultIfEmpty(("a", "b"))];
            using var text = new StringWriter();
            using (var writer = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = semicolons ? ";" : ",",
            }))
            {
                foreach (var (name, town) in rows.Prepend(("name", "town")))
                {
                    writer.WriteField(name);
                    writer.WriteField(town);
                    writer.NextRecord();
                }
            }

            var read = Read(Encoding.UTF8.GetBytes(text.ToString()));

            return read.Select(row => (row.Name ?? "", row.Town ?? "")).SequenceEqual(rows);
        });

    /// <summary>Without halves of characters, which no file can hold, in the form and with the breaks in which a text is read.</summary>
    static string Plain(string text) =>
        Characters.Compose(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).ReplaceLineEndings("\n").Replace('\u0085', ' ')
            .Replace('\u2028', ' ').Replace('\u2029', ' ').Replace('\f', ' '));

    static List<(int Line, string? Name, string? Town)> Read(byte[] file)
    {
        var faults = new CsvFaults();
        var rows = new CsvTable(file, Columns, faults).Rows().Select(row => (row.Line, row["name"], row["town"])).ToList();
        Assert.That(faults.First(), Is.Empty);
        return rows;
    }
}
