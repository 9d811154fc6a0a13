using FluentValidation;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>What a report answers to a question of the programme.</summary>
/// <param name="Key">The question's key in the award's terms.</param>
/// <param name="Text">The answer, up to 5,000 characters.</param>
sealed record ReportAnswer(string Key, string Text);

/// <summary>The shape of an answer.</summary>
sealed class ReportAnswerValidator : AbstractValidator<ReportAnswer>
{
    public ReportAnswerValidator()
    {
        RuleFor(answer => answer.Key).Code();
        RuleFor(answer => answer.Text).Prose(5_000);
    }
}
