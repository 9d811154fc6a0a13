using System.Globalization;

namespace Auridis.Grants.Api.Http;

/// <summary>A resource's version as its entity tag: <c>"3"</c>.</summary>
static class ETag
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static bool TryParse(string header, out int version)
    {
        version = 0;
        return header.Length is > 2 and < 13 && header[0] == '"' && header[^1] == '"'
            && int.TryParse(header.AsSpan(1, header.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }
}
