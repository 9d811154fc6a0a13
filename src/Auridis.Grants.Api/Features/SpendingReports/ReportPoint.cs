using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What is to be mended in a report.</summary>
/// <param name="Text">What is missing or wrong, up to 2,000 characters.</param>
/// <param name="ReceiptId">The receipt that it is about; null where it is about the report.</param>
sealed record ReportPoint(string Text, Guid? ReceiptId = null);

/// <summary>The shape of a point.</summary>
sealed class ReportPointValidator : AbstractValidator<ReportPoint>
{
    public ReportPointValidator() => RuleFor(point => point.Text).Prose(2_000);
}
