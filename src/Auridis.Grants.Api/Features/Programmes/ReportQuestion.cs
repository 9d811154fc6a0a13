namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>A question that each report of a programme answers.</summary>
/// <param name="Key">Kebab-case, unique among the questions, up to 40 characters.</param>
/// <param name="Text">What is asked, up to 500 characters.</param>
/// <param name="Required">Whether no report is submitted without an answer.</param>
sealed record ReportQuestion(string Key, string Text, bool Required = false);
