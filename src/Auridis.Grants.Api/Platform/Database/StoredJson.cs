using System.Text.Encodings.Web;
using System.Text.Json;

namespace Auridis.Grants.Api.Platform.Database;

/// <summary>Documents that are kept in a column as JSON: what an older version wrote is still read.</summary>
static class StoredJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new TimeConverter() },
    };

    public static string Of<T>(T document) => JsonSerializer.Serialize(document, Options);

    public static T Read<T>(string column) => JsonSerializer.Deserialize<T>(column, Options)!;
}
