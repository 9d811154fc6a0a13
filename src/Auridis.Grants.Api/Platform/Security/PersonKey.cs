using System.Text;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>
/// The one form in which a person, or a machine, is stored and compared: issuer, <c>#</c> and subject, composed (NFC) and in small letters.
/// Made where a name comes in, and compared exactly from then on, in the program and on both databases: one person who is written in two
/// ways must not become four eyes. A machine's begins with <c>client:</c>, which no issuer does: a person may be called as a machine is.
/// </summary>
static class PersonKey
{
    /// <summary>The most characters of a subject (OpenID Connect Core, section 2).</summary>
    public const int LongestSubject = 255;

    /// <summary>The most characters of an issuer; with the longest subject and what stands around them they fill a column.</summary>
    public const int LongestIssuer = 140;

    public static string Of(string? issuer, string subject) => Of($"{issuer}#{subject}");

    /// <param name="name">The machine's subject, or its client where it has none.</param>
    public static string OfMachine(string? issuer, string name) => Of($"client:{issuer}#{name}");

    /// <param name="actor">A person or a machine, in any spelling.</param>
    public static string Of(string actor)
    {
        if (Ascii.IsValid(actor))
            return actor.ToLowerInvariant();
        // By way of the capitals: letters that share one, such as σ and ς, are one letter.
        return Characters.Compose(Characters.Compose(actor).ToUpperInvariant().ToLowerInvariant());
    }
}
