namespace Auridis.Grants.Api.Platform.Csv;

/// <summary>A row of a CSV file under its header.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">As they are written, without their quotes.</param>
/// <param name="Places">Where the columns stand, by name, from 0.</param>
sealed record CsvRow(int Line, IReadOnlyList<string> Fields, IReadOnlyDictionary<string, int> Places)
{
    /// <summary>The field in this column, composed (NFC); null when it is empty, or the file has no such column.</summary>
    public string? this[string column] =>
        Places.TryGetValue(column, out var place) && Fields[place] is not "" and var text ? Characters.Compose(text) : null;

    /// <summary>The number of the column in the file, from 1. One that the file does not have would come last.</summary>
    public int NumberOf(string column) => Places.GetValueOrDefault(column, Places.Count) + 1;
}
