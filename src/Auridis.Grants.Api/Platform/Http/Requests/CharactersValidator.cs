using FluentValidation;
using FluentValidation.Validators;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Names the first character that a text may not hold, its place and the reason: nobody finds by eye what cannot be seen.
/// </summary>
sealed class CharactersValidator<T>(TextCharacters allowed) : PropertyValidator<T, string>, ICharactersLimit
{
    public string Pattern => allowed.Pattern;

    public override string Name => "Characters";

    public override bool IsValid(ValidationContext<T> context, string value)
    {
        var position = 0;
        foreach (var character in (value ?? "").EnumerateRunes())
        {
            position++;
            if (allowed.WhyRefused(character) is not { } reason)
                continue;
            context.MessageFormatter
                .AppendArgument("Character", Characters.NameOf(character.Value))
                .AppendArgument("Position", position)
                .AppendArgument("Reason", reason.Current);
            return false;
        }
        return true;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => Bilingual.Of(
        "{Character} at position {Position} is not allowed: {Reason}.",
        "{Character} an Position {Position} ist nicht erlaubt: {Reason}.");
}
