using FluentValidation;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>What is to be decided on an application.</summary>
/// <param name="ApplicationId">The application; it has one decision in a selection.</param>
/// <param name="Decision">What is decided.</param>
/// <param name="Amount">
/// What is awarded, at most what is requested and the programme's cap: needed with <c>select</c>, null otherwise.
/// </param>
/// <param name="Reason">
/// Up to 2,000 characters. Needed with <c>reject</c>, and with <c>select</c> when an application whose turn is earlier is not selected: the
/// waiting list comes first, then the ranking.
/// </param>
sealed record Choice(
    Guid ApplicationId,
    [property: OneOf(typeof(DecisionKind))] string Decision,
    Money? Amount = null,
    string? Reason = null);

/// <summary>The shape of a choice.</summary>
sealed class ChoiceValidator : AbstractValidator<Choice>
{
    public ChoiceValidator()
    {
        RuleFor(choice => choice.Decision).OneOf(typeof(DecisionKind));
        RuleFor(choice => choice.Amount).NotNull().When(choice => choice.Decision == DecisionKind.Select);
        RuleFor(choice => choice.Amount).Null().When(choice => choice.Decision != DecisionKind.Select);
        RuleFor(choice => choice.Amount!.Value).Positive().OverridePropertyName("Amount").When(choice => choice.Amount is not null);
        RuleFor(choice => choice.Reason!).Prose(2000).When(choice => choice.Reason is not null || choice.Decision == DecisionKind.Reject);
    }
}

static class ChoiceRules
{
    /// <summary>More come with further requests.</summary>
    public const int MostChoices = 200;

    /// <summary>1 to 200 choices, each application once; null is allowed.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<Choice>?> Choices<T>(this IRuleBuilder<T, IReadOnlyList<Choice>?> rule) => rule!
        .AtMost(MostChoices, least: 1)
        .Must(choices => choices is null || choices.DistinctBy(choice => choice.ApplicationId).Count() == choices.Count)
        .WithMessage(_ => Bilingual.Of("Each application may appear only once.", "Jeder Antrag darf nur einmal vorkommen."))!;
}
