namespace Auridis.Grants.Api.Platform.Csv;

/// <summary>All that is wrong with a CSV file, in the order of its rows.</summary>
sealed class CsvFaults
{
    /// <summary>The most faults that are named: an answer about a file that is no CSV would be larger than the file.</summary>
    public const int Most = 1000;

    readonly SortedDictionary<int, List<CsvFinding>> byLine = [];

    public bool Any => byLine.Count > 0;

    /// <summary>How many rows are wrong.</summary>
    public int Rows => byLine.Count;

    /// <summary>Whether something is wrong with the row that begins on this line.</summary>
    public bool Has(int line) => byLine.ContainsKey(line);

    /// <summary>The same faults, to which others can be added.</summary>
    public CsvFaults Copy()
    {
        var copy = new CsvFaults();
        foreach (var fault in byLine.Values.SelectMany(faults => faults))
            copy.Add(fault.Line, fault.Column, fault.Message);
        return copy;
    }

    public void Add(int line, int column, Bilingual message)
    {
        if (!byLine.TryGetValue(line, out var faults))
            byLine.Add(line, faults = []);
        faults.Add(new CsvFinding(line, column, message));
    }

    /// <param name="message">In the language of the request.</param>
    public void Add(int line, int column, string message) => Add(line, column, new Bilingual(message, message));

    /// <summary>The first <see cref="Most"/> faults.</summary>
    public CsvFault[] First() =>
    [
        .. byLine.Values.SelectMany(faults => faults.OrderBy(fault => fault.Column)).Take(Most)
            .Select(fault => new CsvFault(fault.Line, fault.Column, fault.Message.Current)),
    ];

    /// <summary>Takes out what was found so far: whoever reads a large file keeps none of it.</summary>
    public IReadOnlyList<CsvFinding> TakeOut()
    {
        List<CsvFinding> found = [.. byLine.Values.SelectMany(faults => faults.OrderBy(fault => fault.Column))];
        byLine.Clear();
        return found;
    }
}
