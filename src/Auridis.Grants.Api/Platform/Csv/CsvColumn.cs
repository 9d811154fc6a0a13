namespace Auridis.Grants.Api.Platform.Csv;

/// <summary>A column that a CSV file can have.</summary>
/// <param name="Name">As it is called; capitals and small letters are the same.</param>
/// <param name="IsRequired">The file is refused without it.</param>
/// <param name="OtherName">Another name that it may have; null when there is none.</param>
sealed record CsvColumn(string Name, bool IsRequired, string? OtherName = null)
{
    public bool IsCalled(string name) =>
        Name.Equals(name, StringComparison.OrdinalIgnoreCase) || string.Equals(OtherName, name, StringComparison.OrdinalIgnoreCase);
}
