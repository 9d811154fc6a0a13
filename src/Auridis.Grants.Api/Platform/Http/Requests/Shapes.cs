using System.Globalization;
using System.Text;
using FluentValidation;
using FluentValidation.Validators;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The shapes that many requests share.</summary>
static class Shapes
{
    /// <summary>
    /// A single line: something to see, no control, format or separator characters but spaces, at most <paramref name="longest"/>
    /// characters.
    /// </summary>
    public static IRuleBuilderOptions<T, string> Line<T>(this IRuleBuilder<T, string> rule, int longest) => rule
        .NotEmpty()
        .MaximumLength(longest)
        .Must(text => text is null || !text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
        .WithMessage(_ => Bilingual.Of("Control characters are not allowed.", "Steuerzeichen sind nicht erlaubt."))
        .Visible();

    /// <summary>
    /// Prose: something to see, line breaks and tabs allowed, no other control characters, nothing that turns the direction of writing,
    /// at most <paramref name="longest"/> characters.
    /// </summary>
    public static IRuleBuilderOptions<T, string> Prose<T>(this IRuleBuilder<T, string> rule, int longest) => rule
        .NotEmpty()
        .MaximumLength(longest)
        .Must(text => text is null || !text.Any(c => IsDirection(c) || (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))))
        .WithMessage(_ => Bilingual.Of("Control characters are not allowed.", "Steuerzeichen sind nicht erlaubt."))
        .Visible();

    /// <summary>Signs of no width alone would be a name that nobody sees.</summary>
    static IRuleBuilderOptions<T, string> Visible<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(text => string.IsNullOrWhiteSpace(text) || text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune)
            is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark)))
        .WithMessage(_ => Bilingual.Of("The text has no visible character.", "Der Text hat kein sichtbares Zeichen."));

    /// <summary>
    /// Marks, embeddings, overrides and isolates of bidirectional text: with them a text reads otherwise than it is stored.
    /// </summary>
    static bool IsDirection(char c) =>
        c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>A kebab-case code, at most 40 characters.</summary>
    public static IRuleBuilderOptions<T, string> Code<T>(this IRuleBuilder<T, string> rule) => rule
        .NotEmpty()
        .MaximumLength(40)
        .Matches("^[a-z0-9]+(-[a-z0-9]+)*\\z")
        .WithMessage(_ => Bilingual.Of(
            "A code has lower-case letters, digits and single hyphens.",
            "Ein Code hat Kleinbuchstaben, Ziffern und einzelne Bindestriche."));

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

    /// <summary>Nothing or more.</summary>
    public static IRuleBuilderOptions<T, Money> NotNegative<T>(this IRuleBuilder<T, Money> rule) => rule
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
