using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>A resource's version as its entity tag: <c>"3"</c>.</summary>
static class ETag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The tag of what is answered; null where there is none.</summary>
    public static string? Of(object? value) => value switch
    {
        IVersioned versioned => Of(versioned.Version),
        IFrozen frozen => $"\"{frozen.ContentHash}\"",
        _ => null,
    };

    /// <summary>
    /// The caller names this tag in <c>If-None-Match</c>: alone, in a list, as a weak one, or with all others by <c>*</c>.
    /// </summary>
    public static bool IsKnown(HttpRequest request, string tag)
    {
        var known = request.GetTypedHeaders().IfNoneMatch;
        if (known.Count == 0)
            return false;
        var current = new EntityTagHeaderValue(tag);
        return known.Any(named => named.Equals(EntityTagHeaderValue.Any) || named.Compare(current, useStrongComparison: false));
    }

    /// <summary>
    /// Reads the version of an <c>If-Match</c>. RFC 9110 compares strongly there; but a proxy that compresses an answer makes its tag weak,
    /// and <c>W/"3"</c> is still version 3.
    /// </summary>
    public static bool TryParse(string header, out int version)
    {
        version = 0;
        if (header.StartsWith("W/", StringComparison.Ordinal))
            header = header[2..];
        return header.Length is > 2 and < 13 && header[0] == '"' && header[^1] == '"'
            && int.TryParse(header.AsSpan(1, header.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out version)
            && header == Of(version);
    }
}
