using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What a report states to have been spent on a budget line.</summary>
/// <param name="Category">A line of the award's plan.</param>
/// <param name="Amount">What was spent on it in the time of the report.</param>
sealed record LineTotal(string Category, Money Amount);

/// <summary>The shape of a total.</summary>
sealed class LineTotalValidator : AbstractValidator<LineTotal>
{
    public LineTotalValidator()
    {
        RuleFor(total => total.Category).Code();
        RuleFor(total => total.Amount).NotNegative();
    }
}
