namespace Auridis.Grants.Api.Platform.Http;

/// <summary>The text of the query is one to search by; the OpenAPI document shows its length and its characters.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class SearchTextAttribute : Attribute
{
    public const int Longest = 100;

    /// <summary>Why nobody can search by this text; null when it can be meant.</summary>
    public static string? WhyRefused(string text)
    {
        if (Characters.Count(text) > Longest)
            return Bilingual.Of($"At most {Longest} characters.", $"Höchstens {Longest} Zeichen.");
        foreach (var character in text.EnumerateRunes())
        {
            if (TextCharacters.Line.WhyRefused(character) is { } reason)
            {
                var name = Characters.NameOf(character.Value);
                return Bilingual.Of($"{name} is not allowed: {reason.En}.", $"{name} ist nicht erlaubt: {reason.De}.");
            }
        }
        return SearchKey.Of(text).ToString().Length == 0
            ? Bilingual.Of("The text has no visible character.", "Der Text hat kein sichtbares Zeichen.")
            : null;
    }
}
