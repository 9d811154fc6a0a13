using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A line whose overrun rests on official conditions: its tolerance does not limit it, and other lines must still save.</summary>
/// <param name="Category">A line of the award.</param>
/// <param name="Reason">Which conditions, and how they led to the overrun: up to 500 characters.</param>
sealed record LiftedLine(string Category, string Reason);

/// <summary>The shape of a line whose tolerance is lifted.</summary>
sealed class LiftedLineValidator : AbstractValidator<LiftedLine>
{
    public LiftedLineValidator()
    {
        RuleFor(line => line.Category).Code();
        RuleFor(line => line.Reason).Prose(500);
    }
}
