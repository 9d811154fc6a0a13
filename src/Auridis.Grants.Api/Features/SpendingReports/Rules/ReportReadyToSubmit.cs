using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A report consists of a narrative and a numeric statement (ANBest-P no. 6.2). It is submitted with the first, with the answers that its
/// programme requires, and with a declaration of its expenditure that agrees with what it states to the cent.
/// </summary>
static class ReportReadyToSubmit
{
    /// <param name="declared">The sum that the office declares.</param>
    public static Problem? WhyRefused(SpendingReport report, ProgrammeTerms terms, Money declared) =>
        report.Narrative is null ? SpendingReportProblems.NarrativeMissing
        : AnsweredQuestions.WhyMissing(report, terms) is { } missing ? missing
        : report.Expenditure == declared ? null
        : SpendingReportProblems.ExpenditureMismatch.With(
            ("declared", declared), ("expenditure", report.Expenditure), ("receiptCount", report.ReceiptCount));
}
