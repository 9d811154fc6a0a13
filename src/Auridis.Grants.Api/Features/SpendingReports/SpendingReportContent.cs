namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What a report says.</summary>
/// <param name="Narrative">What was done with the money (Sachbericht).</param>
/// <param name="OwnFunds">What the office itself contributed.</param>
/// <param name="ThirdPartyIncome">What others paid for the same purpose.</param>
/// <param name="Expenditure">The sum of its receipts, or of its totals.</param>
/// <param name="FinishedEarly">Whether it was declared that the project had ended before its period did.</param>
/// <param name="Answers">What it answers to the questions of the programme; null when it answers none.</param>
/// <param name="Totals">What was spent on each line, where the programme wants totals; null where it wants receipts.</param>
/// <param name="Receipts">In the order in which they were added, up to 5,000.</param>
sealed record SpendingReportContent(
    string Narrative, IReadOnlyList<ReportAnswer>? Answers, Money OwnFunds, Money ThirdPartyIncome, Money Expenditure, bool FinishedEarly,
    IReadOnlyList<LineTotal>? Totals, IReadOnlyList<NewReceipt> Receipts);
