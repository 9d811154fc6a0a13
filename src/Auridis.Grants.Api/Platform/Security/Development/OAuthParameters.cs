using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Security.Development;

/// <summary>The parameters of an OAuth request, from its query or its form (RFC 6749, section 3.1 and appendix B).</summary>
sealed class OAuthParameters
{
    readonly Dictionary<string, StringValues> values;

    OAuthParameters(IEnumerable<KeyValuePair<string, StringValues>> values, string? whyUnreadable = null) =>
        (this.values, WhyUnreadable) = (new(values, StringComparer.Ordinal), whyUnreadable);

    /// <summary>Why there is no form to be read, in a sentence; null when there is one.</summary>
    public string? WhyUnreadable { get; }

    /// <summary>A parameter; one without a value counts as left out, and is empty.</summary>
    public string this[string name] => values.GetValueOrDefault(name).ToString();

    /// <summary>The first of these that comes more than once, which none may; null when none does.</summary>
    public string? Repeated(params IEnumerable<string> names) => names.FirstOrDefault(name => values.GetValueOrDefault(name).Count > 1);

    public static OAuthParameters Of(IQueryCollection query) => new(query);

    public static async Task<OAuthParameters> ReadForm(HttpRequest http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.ContentType, out var type)
            || !type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || (type.Charset.HasValue && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
            return new([], "The body must be a form in UTF-8: application/x-www-form-urlencoded.");
        try
        {
            return new(await http.ReadFormAsync(http.HttpContext.RequestAborted));
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return new([],
                "The form cannot be read: it is too large, has too many or too long parameters, or characters that none can have.");
        }
    }
}
