using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The language of a request's texts (RFC 9110, section 12.5.4; lookup of RFC 4647). The framework's own provider takes a language that
/// <c>q=0</c> rules out for one that is wanted least, and does not know <c>*</c>.
/// </summary>
sealed class AcceptLanguage : RequestCultureProvider
{
    static readonly string[] Languages = ["en", "de"];

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        httpContext.Request.Headers.AcceptLanguage.Count == 0
            ? NullProviderCultureResult
            : Task.FromResult<ProviderCultureResult?>(new("", Choose([.. httpContext.Request.GetTypedHeaders().AcceptLanguage.Take(20)])));

    /// <summary>What is ruled out is answered only to a caller who rules out everything.</summary>
    static string Choose(StringWithQualityHeaderValue[] ranges)
    {
        var languages = Array.FindAll(
            Languages, language => !Array.Exists(ranges, range => range.Quality is 0 && Is(range.Value, language)));
        return ranges
            .Where(range => range.Quality is not 0)
            .OrderByDescending(range => range, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(range => Array.Find(languages, language => range.Value == "*"
                ? !Array.Exists(ranges, other => Names(other.Value, language))
                : Names(range.Value, language)))
            .FirstOrDefault(language => language is not null)
            ?? languages.FirstOrDefault(Languages[0]);
    }

    static bool Is(StringSegment range, string language) => range.Equals(language, StringComparison.OrdinalIgnoreCase);

    /// <summary>The range is the language, or a kind of it: <c>de-AT</c>.</summary>
    static bool Names(StringSegment range, string language) =>
        Is(range, language) || (range.StartsWith(language, StringComparison.OrdinalIgnoreCase) && range[language.Length] == '-');
}
