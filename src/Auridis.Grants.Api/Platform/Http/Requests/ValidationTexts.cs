using System.Globalization;
using FluentValidation.Resources;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// What FluentValidation's own rules say, in the two languages of the product. Its texts name the property, in C# and split into words;
/// the pointer beside the text names the field already.
/// </summary>
sealed class ValidationTexts : LanguageManager
{
    static readonly Dictionary<string, Bilingual> Texts = new(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = new("The value must not be empty.", "Der Wert darf nicht leer sein."),
        ["NotNullValidator"] = new("A value is required.", "Ein Wert ist erforderlich."),
        ["NullValidator"] = new("No value is allowed here.", "Hier ist kein Wert erlaubt."),
        ["EqualValidator"] = new("The value must be {ComparisonValue}.", "Der Wert muss {ComparisonValue} sein."),
        ["MaximumLengthValidator"] = new(
            "At most {MaxLength} characters; this text has {TotalLength}.",
            "Höchstens {MaxLength} Zeichen; dieser Text hat {TotalLength}."),
        ["InclusiveBetweenValidator"] = new(
            "The value must be between {From} and {To}.",
            "Der Wert muss zwischen {From} und {To} liegen."),
        ["GreaterThanValidator"] = new(
            "The value must be {Greater} than {ComparisonValue}.",
            "Der Wert muss {Greater} als {ComparisonValue} sein."),
        ["GreaterThanOrEqualValidator"] = new(
            "The value must be {ComparisonValue} or {Greater}.",
            "Der Wert muss {ComparisonValue} oder {Greater} sein."),
        ["LessThanOrEqualValidator"] = new(
            "The value must be {ComparisonValue} or {Less}.",
            "Der Wert muss {ComparisonValue} oder {Less} sein."),
        ["RegularExpressionValidator"] = new(
            "The value does not have the required format.",
            "Der Wert hat nicht das verlangte Format."),
    };

    public override string GetString(string key, CultureInfo? culture = null) =>
        Texts.TryGetValue(key, out var text) ? text.Current : base.GetString(key, culture);
}
