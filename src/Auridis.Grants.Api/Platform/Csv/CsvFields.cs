using System.Text;

namespace Auridis.Grants.Api.Platform.Csv;

/// <summary>
/// Takes a CSV text apart as RFC 4180 says, and strictly: CsvHelper reads on over a quote that nobody has closed, and takes the rows behind
/// it for one field without a word (its issues 1338 and 1341). An import that is all or none must not lose rows.
/// </summary>
/// <param name="keepsBreaks">Whether a break in a field stays as it is written; otherwise it is a line feed.</param>
sealed class CsvFields(TextReader text, char delimiter, bool keepsBreaks)
{
    /// <summary>More than any table of people has: a file that is none is not kept in memory row by row.</summary>
    const int MostFields = 1_000;

    /// <summary>What a cell of a spreadsheet holds.</summary>
    const int LongestField = 32_767;

    readonly StringBuilder field = new();
    bool isTooLong;
    int line = 1;

    /// <summary>The next row with the line on which it begins; null at the end. Empty lines are none.</summary>
    /// <param name="faults">Where its quotes are wrong.</param>
    public (int Line, List<string> Fields)? Next(CsvFaults faults)
    {
        while (text.Peek() is '\r' or '\n')
            EndLine(text.Read());
        if (text.Peek() < 0)
            return null;
        var (begins, fields) = (line, new List<string>());
        while (true)
        {
            if (text.Peek() == '"')
                Quoted(begins, fields.Count + 1, faults);
            else
                Bare(begins, fields.Count + 1, faults);
            if (isTooLong)
            {
                faults.Add(begins, fields.Count + 1, new Bilingual(
                    $"A field has at most {LongestField} characters.", $"Ein Feld hat höchstens {LongestField} Zeichen."));
            }
            if (fields.Count < MostFields)
                fields.Add(field.ToString());
            else if (!faults.Has(begins))
            {
                faults.Add(begins, MostFields + 1, new Bilingual(
                    $"A row has at most {MostFields} fields.", $"Eine Zeile hat höchstens {MostFields} Felder."));
            }
            var next = text.Read();
            if (next == delimiter)
                continue;
            if (next >= 0)
                EndLine(next);
            return (begins, fields);
        }
    }

    void Quoted(int row, int column, CsvFaults faults)
    {
        Begin();
        _ = text.Read();
        while (true)
        {
            var next = text.Read();
            switch (next)
            {
                case < 0:
                    faults.Add(row, column, new Bilingual(
                        "This quote is never closed.", "Dieses Anführungszeichen wird nie geschlossen."));
                    return;
                case '"' when text.Peek() == '"':
                    _ = text.Read();
                    Append('"');
                    break;
                case '"':
                    AfterQuote(row, column, faults);
                    return;
                case '\r' or '\n':
                    Break(next);
                    break;
                default:
                    Append((char)next);
                    break;
            }
        }
    }

    void AfterQuote(int row, int column, CsvFaults faults)
    {
        if (AtEnd)
            return;
        faults.Add(row, column, new Bilingual(
            "After the closing quote nothing can follow in this field.",
            "Nach dem schließenden Anführungszeichen kann in diesem Feld nichts mehr folgen."));
        while (!AtEnd)
            _ = text.Read();
    }

    void Bare(int row, int column, CsvFaults faults)
    {
        Begin();
        var quotes = false;
        while (!AtEnd)
        {
            var next = (char)text.Read();
            quotes |= next == '"';
            Append(next);
        }
        if (quotes)
        {
            faults.Add(row, column, new Bilingual(
                "A field with a quote stands in quotes, and the quote in it twice.",
                "Ein Feld mit einem Anführungszeichen steht in Anführungszeichen, und das Zeichen darin doppelt."));
        }
    }

    void Begin()
    {
        field.Clear();
        isTooLong = false;
    }

    void Append(char character)
    {
        if (field.Length < LongestField)
            field.Append(character);
        else
            isTooLong = true;
    }

    /// <summary>A break within quotes, of which the first character was read.</summary>
    void Break(int read)
    {
        var isPair = read == '\r' && text.Peek() == '\n';
        if (keepsBreaks)
            Append((char)read);
        if (!keepsBreaks || isPair)
            Append('\n');
        EndLine(read);
    }

    bool AtEnd => text.Peek() is var next && (next < 0 || next == delimiter || next is '\r' or '\n');

    /// <summary>A break is LF, CRLF, or CR alone; what was read is its first character.</summary>
    void EndLine(int read)
    {
        if (read == '\r' && text.Peek() == '\n')
            _ = text.Read();
        line++;
    }
}
