using System.Text;

namespace Auridis.Grants.Api.Platform.Security;

/// <summary>
/// The one form in which a person, or a machine, is stored and compared: issuer, <c>#</c> and subject, composed (NFC) and in small letters.
/// Made where a name comes in, and compared exactly from then on, in the program and on both databases: one person who is written in two
/// ways must not become four eyes.
/// </summary>
static class PersonKey
{
    public static string Of(string? issuer, string subject) => Of($"{issuer}#{subject}");

    /// <param name="actor">Issuer, <c>#</c> and subject, in any spelling.</param>
    public static string Of(string actor)
    {
        if (Ascii.IsValid(actor))
            return actor.ToLowerInvariant();
        // By way of the capitals: letters that share one, such as σ and ς, are one letter.
        return Characters.Compose(Characters.Compose(actor).ToUpperInvariant().ToLowerInvariant());
    }
}
