using System.Globalization;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// A letter's reference: that of its application, <c>B</c> (Brief, Bescheid), and a number without gaps in the application.
/// </summary>
static class LetterReference
{
    public static string Of(string applicationReference, int letter) =>
        string.Create(CultureInfo.InvariantCulture, $"{applicationReference}-B{letter:00}");
}
