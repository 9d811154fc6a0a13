namespace Auridis.Grants.Api.Platform.Csv;

/// <summary>What is wrong with a CSV file at one place, in both languages.</summary>
/// <param name="Line">As an editor counts them, from 1; of a row of several lines, its first.</param>
/// <param name="Column">The field in the row, from 1.</param>
readonly record struct CsvFinding(int Line, int Column, Bilingual Message);
