using FluentValidation;

namespace Auridis.Grants.Api.Features.Reviews;

/// <summary>Who is to review, as a caseworker names them.</summary>
interface INewReviewer
{
    string Subject { get; }

    string? Issuer { get; }

    string? OfficeAgs { get; }
}

/// <summary>Who is to review.</summary>
/// <param name="Subject">The reviewer's subject (sub) at its issuer, in any case: one line, up to 255 characters.</param>
/// <param name="Issuer">
/// The issuer (iss) of the reviewer's tokens, up to 140 characters without a #; the caller's own when it is left out.
/// </param>
/// <param name="OfficeAgs">
/// The official municipality key (AGS) of the youth office that employs the reviewer: they review no application of it. Null when none
/// does.
/// </param>
sealed record NewReviewer(string Subject, string? Issuer = null, string? OfficeAgs = null) : INewReviewer;

static class NewReviewerRules
{
    /// <summary>The shape of a reviewer.</summary>
    public static void Reviewer<T>(this AbstractValidator<T> validator)
        where T : INewReviewer
    {
        validator.RuleFor(reviewer => reviewer.Subject).Line(PersonKey.LongestSubject);
        validator.RuleFor(reviewer => reviewer.Issuer!).Line(PersonKey.LongestIssuer)
            .Must(issuer => !issuer.Contains('#', StringComparison.Ordinal))
            .WithMessage(_ => Bilingual.Of("An issuer must not contain a #.", "Ein Aussteller enthält kein #."))
            .When(reviewer => reviewer.Issuer is not null);
        validator.RuleFor(reviewer => reviewer.OfficeAgs!).Line(8).When(reviewer => reviewer.OfficeAgs is not null);
    }

    /// <summary>The reviewer as stored; of the caller's own issuer when none is named.</summary>
    public static string KeyFor(this INewReviewer reviewer, CurrentUser user) =>
        PersonKey.Of(reviewer.Issuer ?? user.Issuer, reviewer.Subject);
}
