using Auridis.Grants.Api.Features.Programmes;
using FluentValidation.Results;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>
/// A report answers the questions of its programme, as they were when the award was offered, and no others. It is submitted once it answers
/// each that is required.
/// </summary>
static class AnsweredQuestions
{
    /// <summary>The problem with answers to what nobody asks; null when there are none.</summary>
    public static Problem? WhyUnknown(IReadOnlyList<ReportAnswer> answers, ProgrammeTerms terms)
    {
        var asked = (terms.Questions ?? []).Select(question => question.Key).ToHashSet(StringComparer.Ordinal);
        var unknown = answers.Index().Where(answer => !asked.Contains(answer.Item.Key)).ToList();
        return unknown.Count == 0 ? null : Problems.Invalid(unknown.Select(answer => new ValidationFailure(
            $"Answers[{answer.Index}].Key",
            Bilingual.Of("The programme asks no such question.", "Das Programm stellt keine solche Frage."))));
    }

    /// <summary>The problem with required questions that are not answered; null when all are.</summary>
    public static Problem? WhyMissing(SpendingReport report, ProgrammeTerms terms)
    {
        var answered = (report.Answers ?? []).Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal);
        var missing = (terms.Questions ?? []).Index()
            .Where(question => question.Item.Required && !answered.Contains(question.Item.Key))
            .Select(question => FormattableString.Invariant($"/terms/questions/{question.Index}"))
            .ToArray();
        return missing.Length == 0 ? null : SpendingReportProblems.AnswersMissing.With(("missing", missing));
    }
}
