using FluentValidation;
using FluentValidation.Validators;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// At most so many characters, counted as JSON Schema counts. FluentValidation counts the units of UTF-16, of which a character beyond
/// U+FFFF has two.
/// </summary>
sealed class LengthValidator<T>(int most) : PropertyValidator<T, string>, ILengthValidator
{
    public int Min => 0;

    public int Max => most;

    /// <summary>Its text is that of FluentValidation's own: see <see cref="ValidationTexts"/>.</summary>
    public override string Name => "MaximumLengthValidator";

    public override bool IsValid(ValidationContext<T> context, string value)
    {
        var length = Characters.Count(value ?? "");
        context.MessageFormatter.AppendArgument("MaxLength", most).AppendArgument("TotalLength", length);
        return length <= most;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => Localized(errorCode, Name);
}
