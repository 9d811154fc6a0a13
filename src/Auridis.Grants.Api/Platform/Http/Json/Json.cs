using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// How the API reads and writes JSON: camelCase, unknown fields refused, texts in NFC, times in UTC with Z, German letters as they are.
/// </summary>
static class Json
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    /// <summary>How deep a document may be nested: far deeper than any that is known here.</summary>
    public const int Deepest = 64;

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.MaxDepth = Deepest;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.PropertyNameCaseInsensitive = false;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        // The relaxed encoder leaves umlauts readable; the answers are JSON documents and never stand inside HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new TimeConverter());
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RefuseNullItems);
        return options;
    }

    /// <summary>
    /// RespectNullableAnnotations looks at properties only, and leaves <c>[null]</c> to whoever reads the list. No list here has null
    /// items.
    /// </summary>
    static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            type.OnDeserialized = list =>
            {
                var item = ((IEnumerable)list).Cast<object?>().ToList().IndexOf(null);
                if (item >= 0)
                {
                    var text = Bilingual.Of("A list must not contain null.", "Eine Liste darf null nicht enthalten.");
                    throw new JsonValueException(text) { Item = item };
                }
            };
        }
    }
}
