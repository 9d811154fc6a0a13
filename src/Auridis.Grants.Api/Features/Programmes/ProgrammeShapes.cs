using System.Text.RegularExpressions;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>The shapes that the requests on programmes share.</summary>
static partial class ProgrammeShapes
{
    /// <summary>The short name of a programme.</summary>
    public static IRuleBuilderOptions<T, string> ProgrammeCode<T>(this IRuleBuilder<T, string> rule) => rule
        .MaximumLength(20).Matches(CodePattern())
        .WithMessage(_ => Bilingual.Of(
            "A programme's code has capital letters, digits and, between them, hyphens: up to 20 characters.",
            "Der Code eines Programms hat Großbuchstaben, Ziffern und dazwischen Bindestriche: bis zu 20 Zeichen."));

    /// <summary>The hash of a secret.</summary>
    public static IRuleBuilderOptions<T, string> Sha256<T>(this IRuleBuilder<T, string> rule) => rule
        .MaximumLength(64).Matches(Sha256Pattern())
        .WithMessage(_ => Bilingual.Of(
            "A SHA-256 has 64 hexadecimal digits in lower case.",
            "Ein SHA-256 hat 64 hexadezimale Ziffern in Kleinschreibung."));

    [GeneratedRegex(
        "^[A-Z0-9]([A-Z0-9-]{0,18}[A-Z0-9])?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodePattern();

    [GeneratedRegex(
        "^[0-9a-f]{64}\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sha256Pattern();
}
