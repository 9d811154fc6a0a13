using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The name that a request gives its file in Content-Disposition (RFC 6266): one line of 200 characters at most, no path, and nothing that
/// a screen would show otherwise than it is stored. What cannot be kept as it was sent is refused, never cleaned.
/// </summary>
static class FileName
{
    const int Longest = 200;

    /// <exception cref="RefusedRequestException">There is no name, or none that can be kept.</exception>
    public static string Of(HttpRequest request)
    {
        var name = ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var header)
            ? (header.FileNameStar.HasValue ? header.FileNameStar : HeaderUtilities.UnescapeAsQuotedString(header.FileName)).Value
            : null;
        return WhyRefused(name) is { } reason
            ? throw new RefusedRequestException(UploadProblems.Name.With(("reason", reason.Current)))
            : Characters.Compose(name!);
    }

    /// <summary>Why a file cannot have this name; null when it can.</summary>
    static Bilingual? WhyRefused(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new("Content-Disposition names no file", "Content-Disposition nennt keine Datei");
        if (Characters.Count(name) > Longest)
            return new($"it has more than {Longest} characters", $"er hat mehr als {Longest} Zeichen");
        if (name.AsSpan().ContainsAny('/', '\\'))
            return new("it is a path", "er ist ein Pfad");
        return name.EnumerateRunes().Select(TextCharacters.Line.WhyRefused).FirstOrDefault(reason => reason is not null);
    }
}
