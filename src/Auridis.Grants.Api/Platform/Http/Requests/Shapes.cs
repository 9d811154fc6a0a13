using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Validators;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The shapes that many requests share.</summary>
static partial class Shapes
{
    /// <summary>A text of one line, at most <paramref name="longest"/> characters: see <see cref="TextCharacters.Line"/>.</summary>
    public static IRuleBuilderOptions<T, string> Line<T>(this IRuleBuilder<T, string> rule, int longest) =>
        rule.Text(longest, TextCharacters.Line);

    /// <summary>A text of several lines, at most <paramref name="longest"/> characters: see <see cref="TextCharacters.Prose"/>.</summary>
    public static IRuleBuilderOptions<T, string> Prose<T>(this IRuleBuilder<T, string> rule, int longest) =>
        rule.Text(longest, TextCharacters.Prose);

    static IRuleBuilderOptions<T, string> Text<T>(this IRuleBuilder<T, string> rule, int longest, TextCharacters characters) => rule
        .NotEmpty()
        .SetValidator(new LengthValidator<T>(longest))
        .SetValidator(new CharactersValidator<T>(characters))
        .Must(text => string.IsNullOrWhiteSpace(text) || text.EnumerateRunes().Any(Characters.Shows))
        .WithMessage(_ => Bilingual.Of("The text has no visible character.", "Der Text hat kein sichtbares Zeichen."));

    /// <summary>
    /// A reference of the bank by which a booking is recorded once: a line of at most 140 characters. A space around it would make another
    /// reference of it, and on SQL Server, which passes over one at the end, would not.
    /// </summary>
    public static IRuleBuilderOptions<T, string> BankReference<T>(this IRuleBuilder<T, string> rule) => rule
        .Line(140)
        .Must(reference => reference.Trim() == reference)
        .WithMessage(_ => Bilingual.Of(
            "Must not begin or end with a space.", "Darf nicht mit einem Leerzeichen beginnen oder enden."));

    /// <summary>A kebab-case code, at most 40 characters.</summary>
    public static IRuleBuilderOptions<T, string> Code<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .SetValidator(new LengthValidator<T>(40))
        .Matches(KebabCase())
        .WithMessage(_ => Bilingual.Of(
            "A code has lower-case letters, digits and single hyphens.",
            "Ein Code hat Kleinbuchstaben, Ziffern und einzelne Bindestriche."));

    /// <summary>An official municipality key: eight digits.</summary>
    public static IRuleBuilderOptions<T, string> Ags<T>(this IRuleBuilder<T, string> rule) => rule
        .MaximumLength(8).Matches(EightDigits())
        .WithMessage(_ => Bilingual.Of("An AGS has 8 digits.", "Ein AGS hat 8 Ziffern."));

    /// <summary>A day that dates can be reckoned from: 2000-01-01 to 2100-12-31.</summary>
    public static IRuleBuilderOptions<T, DateOnly> Day<T>(this IRuleBuilder<T, DateOnly> rule) => rule.SetValidator(new DayValidator<T>());

    /// <summary>At most <paramref name="most"/> items, and at least <paramref name="least"/>; null is allowed.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> AtMost<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, int most, int least = 0) => rule
        .SetValidator(new AtMostValidator<T, TItem>(most, least))
        .WithMessage(_ => least == 0
            ? Bilingual.Of($"At most {most} items.", $"Höchstens {most} Einträge.")
            : Bilingual.Of($"From {least} to {most} items.", $"Von {least} bis {most} Einträge."));

    /// <summary>More than nothing.</summary>
    public static IRuleBuilderOptions<T, Money> Positive<T>(this IRuleBuilder<T, Money> rule) => rule
        .GreaterThan(new Money(0))
        .WithMessage(_ => Bilingual.Of("The amount must be greater than 0.00.", "Der Betrag muss größer als 0,00 sein."));

    /// <summary>More than nothing, or null.</summary>
    public static IRuleBuilderOptions<T, Money?> Positive<T>(this IRuleBuilder<T, Money?> rule) => rule
        .GreaterThan(new Money(0))
        .WithMessage(_ => Bilingual.Of("The amount must be greater than 0.00.", "Der Betrag muss größer als 0,00 sein."));

    /// <summary>Nothing or more.</summary>
    public static IRuleBuilderOptions<T, Money> NotNegative<T>(this IRuleBuilder<T, Money> rule) => rule
        .GreaterThanOrEqualTo(new Money(0))
        .WithMessage(_ => Bilingual.Of("The amount must not be negative.", "Der Betrag darf nicht negativ sein."));

    /// <summary>Nothing or more, or null.</summary>
    public static IRuleBuilderOptions<T, Money?> NotNegative<T>(this IRuleBuilder<T, Money?> rule) => rule
        .GreaterThanOrEqualTo(new Money(0))
        .WithMessage(_ => Bilingual.Of("The amount must not be negative.", "Der Betrag darf nicht negativ sein."));

    /// <summary>One of the constants of a static class.</summary>
    public static IRuleBuilderOptions<T, string> OneOf<T>(this IRuleBuilder<T, string> rule, Type constants)
    {
        var values = OneOfAttribute.ValuesOf(constants);
        return rule
            .Must(value => value is not null && values.Contains(value, StringComparer.Ordinal))
            .WithMessage(_ => QueryParameter.OneOf(values));
    }

    /// <summary>Each code once.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>> UniqueBy<T, TItem>(
        this IRuleBuilder<T, IReadOnlyList<TItem>> rule, Func<TItem, string> key) => rule
        .Must(items => items is null || items.Select(key).Distinct(StringComparer.Ordinal).Count() == items.Count)
        .WithMessage(_ => Bilingual.Of("Each code may occur only once.", "Jeder Code darf nur einmal vorkommen."));

    [GeneratedRegex(
        "^[0-9]{8}\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex EightDigits();

    [GeneratedRegex(
        "^[a-z0-9]+(-[a-z0-9]+)*\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex KebabCase();

    /// <summary>A validator that tells its limit, as FluentValidation's own do: the OpenAPI document has it from here.</summary>
    sealed class AtMostValidator<T, TItem>(int most, int least) : PropertyValidator<T, IReadOnlyList<TItem>>, IItemsLimit
    {
        public int Most => most;

        public int Least => least;

        public override string Name => "AtMost";

        public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem> value) =>
            value is null || (value.Count >= least && value.Count <= most);
    }
}
