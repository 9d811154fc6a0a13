namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What a report says; its receipts have an address of their own.</summary>
/// <param name="Narrative">What was done with the money (Sachbericht).</param>
/// <param name="OwnFunds">What the office itself contributed.</param>
/// <param name="ThirdPartyIncome">What others paid for the same purpose.</param>
/// <param name="Expenditure">The sum of its receipts, or of its totals.</param>
/// <param name="FinishedEarly">Whether it was declared that the project had ended before its period did.</param>
/// <param name="Answers">What it answers to the questions of the programme; null when it answers none.</param>
/// <param name="Totals">What was spent on each line, where the programme wants totals; null where it wants receipts.</param>
/// <param name="ReceiptCount">How many receipts it has.</param>
/// <param name="ReceiptsSha256">SHA-256 over the JSON of each receipt followed by a line feed: 64 hexadecimal digits.</param>
/// <param name="Attachments">Its files, in the order of upload.</param>
sealed record SpendingReportContent(
    string Narrative, IReadOnlyList<ReportAnswer>? Answers, Money OwnFunds, Money ThirdPartyIncome, Money Expenditure, bool FinishedEarly,
    IReadOnlyList<LineTotal>? Totals, int ReceiptCount, string ReceiptsSha256, IReadOnlyList<ReportAttachment> Attachments);
