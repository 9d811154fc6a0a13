namespace Auridis.Grants.Api.Platform.Csv;

/// <summary>What is wrong with a CSV file at one place.</summary>
/// <param name="Line">As an editor counts them, from 1; of a row of several lines, its first.</param>
/// <param name="Column">The field in the row, from 1.</param>
/// <param name="Message">What is wrong, in the language of the request.</param>
sealed record CsvFault(int Line, int Column, string Message);
