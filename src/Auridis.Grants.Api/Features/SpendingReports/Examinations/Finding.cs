using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What is recognised of a receipt.</summary>
/// <param name="ReceiptId">A receipt of this report.</param>
/// <param name="Recognised">Between 0.00 and the amount of the receipt, which is negative on a credit note.</param>
/// <param name="Reason">Why it is not the whole amount, up to 2,000 characters; null only where it is.</param>
sealed record Finding(Guid ReceiptId, Money Recognised, string? Reason = null);

/// <summary>The shape of a finding.</summary>
sealed class FindingValidator : AbstractValidator<Finding>
{
    public FindingValidator()
    {
        RuleFor(finding => finding.Reason!).Prose(2_000).When(finding => finding.Reason is not null);
    }
}
