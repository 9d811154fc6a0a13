using System.Text;

namespace Auridis.Grants.Api.Platform.Csv;

/// <summary>
/// A CSV file of others, as their spreadsheets write it: with or without byte order mark, in UTF-8 or Windows-1252, with CRLF or LF, with
/// commas, semicolons or tabs. Its first row names the columns, in any order. A cell is a text, whatever it begins with.
/// </summary>
sealed class CsvTable
{
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>In this order where a header has as many of one as of another.</summary>
    static readonly char[] Delimiters = [',', ';', '\t'];

    readonly CsvFields fields;
    readonly CsvFaults faults;
    readonly int width;
    readonly Dictionary<string, int>? places;

    /// <param name="file">Its bytes.</param>
    /// <param name="columns">Those that it can have.</param>
    /// <param name="faults">Gets what is wrong with its header, and with the form of its rows.</param>
    public CsvTable(byte[] file, IReadOnlyList<CsvColumn> columns, CsvFaults faults)
        : this(() => Open(file), columns, faults, keepsBreaks: false)
    {
    }

    /// <param name="open">Opens its text, from the beginning each time.</param>
    /// <param name="columns">Those that it can have.</param>
    /// <param name="faults">Gets what is wrong with its header, and with the form of its rows.</param>
    /// <param name="keepsBreaks">Whether a break in a field stays as it is written; otherwise it is a line feed.</param>
    public CsvTable(Func<TextReader> open, IReadOnlyList<CsvColumn> columns, CsvFaults faults, bool keepsBreaks)
    {
        this.faults = faults;
        using (var header = open())
            fields = new CsvFields(open(), DelimiterOf(FirstLine(header)), keepsBreaks);
        if (fields.Next(faults) is var (line, names))
        {
            width = names.Count;
            places = PlacesOf(line, names, columns);
        }
        else
            faults.Add(1, 1, new Bilingual("The file is empty.", "Die Datei ist leer."));
    }

    /// <summary>
    /// The rows under the header, one after the other; those of a wrong form are faults. None when the header is wrong.
    /// </summary>
    public IEnumerable<CsvRow> Rows() => Lines().Select(line => line.Row).OfType<CsvRow>();

    /// <summary>The same, and the lines of the rows that have a wrong form.</summary>
    public IEnumerable<(int Line, CsvRow? Row)> Lines()
    {
        if (places is null || faults.Any)
            yield break;
        var found = false;
        while (fields.Next(faults) is var (line, row))
        {
            found = true;
            var isRead = !faults.Has(line) && row.Count == width;
            if (!isRead && !faults.Has(line))
            {
                faults.Add(line, Math.Min(row.Count, width) + 1, new Bilingual(
                    $"The row has {row.Count} fields, and the header {width}.",
                    $"Die Zeile hat {row.Count} Felder, die Kopfzeile {width}."));
            }
            yield return (line, isRead ? new CsvRow(line, row, places) : null);
        }
        if (!found)
            faults.Add(1, 1, new Bilingual("There is no row under the header.", "Unter der Kopfzeile steht keine Zeile."));
    }

    /// <summary>What is valid UTF-8 is UTF-8: hardly any text with umlauts in Windows-1252 is.</summary>
    static StreamReader Open(byte[] file)
    {
        var mark = file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        return new StreamReader(
            new MemoryStream(file, mark, file.Length - mark, writable: false),
            System.Text.Unicode.Utf8.IsValid(file.AsSpan(mark)) ? Encoding.UTF8 : Windows1252,
            detectEncodingFromByteOrderMarks: false);
    }

    /// <summary>As much of it as a header can need.</summary>
    static string FirstLine(TextReader text)
    {
        var line = new char[64 * 1024];
        var length = text.ReadBlock(line);
        var end = line.AsSpan(0, length).IndexOfAny('\r', '\n');
        return new string(line, 0, end < 0 ? length : end);
    }

    static char DelimiterOf(string header) => Delimiters.MaxBy(delimiter => header.Count(sign => sign == delimiter));

    /// <returns>Null when the header is wrong.</returns>
    Dictionary<string, int>? PlacesOf(int line, List<string> names, IReadOnlyList<CsvColumn> columns)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var right = true;
        for (var place = 0; place < names.Count; place++)
        {
            var name = Characters.Compose(names[place].Trim());
            if (columns.FirstOrDefault(column => column.IsCalled(name)) is not { } column)
            {
                var possible = string.Join(", ", columns.Select(known => known.Name));
                Refuse(place, new Bilingual(
                    $"There is no such column. Possible are: {possible}", $"Diese Spalte gibt es nicht. Möglich sind: {possible}"));
            }
            else if (!found.TryAdd(column.Name, place))
                Refuse(place, new Bilingual("This column stands twice.", "Diese Spalte steht zweimal da."));
        }
        foreach (var column in columns.Where(column => column.IsRequired && !found.ContainsKey(column.Name)))
            Refuse(names.Count, new Bilingual($"The column {column.Name} is missing.", $"Die Spalte {column.Name} fehlt."));
        return right ? found : null;

        void Refuse(int place, Bilingual message)
        {
            right = false;
            faults.Add(line, place + 1, message);
        }
    }
}
