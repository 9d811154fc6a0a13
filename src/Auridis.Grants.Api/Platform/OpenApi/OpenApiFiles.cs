using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// The document as JSON and as YAML. Both are made once, for the first one who asks: it says nothing that depends on the caller. An attempt
/// that fails is that request's alone.
/// </summary>
sealed class OpenApiFiles(IServiceProvider services)
{
    const string Json = "/swagger/v1/swagger.json";
    const string Yaml = "/swagger/v1/swagger.yaml";

    readonly Lock making = new();
    (File Json, File Yaml)? made;

    /// <summary>Answers who asks for one of the files; all others are for <paramref name="next"/>.</summary>
    public Task Serve(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path;
        var (json, yaml) = (path.Equals(Json, StringComparison.OrdinalIgnoreCase), path.Equals(Yaml, StringComparison.OrdinalIgnoreCase));
        if (!HttpMethods.IsGet(http.Request.Method) || !(json || yaml))
            return next(http);
        var files = Made();
        return (json ? files.Json : files.Yaml).Write(http);
    }

    (File Json, File Yaml) Made()
    {
        // One at a time: neither the generator nor the model that it makes may be used by two.
        lock (making)
            return made ??= Make();
    }

    (File Json, File Yaml) Make()
    {
        // In English, whoever asks first.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var document = File.Node(services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1"));
        return (
            File.Of(document, "application/json; charset=utf-8", text => new OpenApiJsonWriter(text)),
            File.Of(document, "application/yaml; charset=utf-8", text => new OpenApiYamlWriter(text)));
    }

    sealed record File(string ContentType, byte[] Content, string Tag)
    {
        public static File Of(JsonNode document, string contentType, Func<TextWriter, IOpenApiWriter> writer)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            writer(text).WriteAny(document);
            var content = Encoding.UTF8.GetBytes(text.ToString());
            return new File(contentType, content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"");
        }

        public static JsonNode Node(OpenApiDocument document)
        {
            using var json = new StringWriter(CultureInfo.InvariantCulture);
            document.SerializeAsV31(new OpenApiJsonWriter(json));
            return NullLast(JsonNode.Parse(json.ToString())!);
        }

        /// <summary>
        /// The types of each schema with null as the last. The library writes it first, and generators that know one type only take the
        /// first for it: a text that may be null would be null and nothing else.
        /// </summary>
        static JsonNode NullLast(JsonNode node)
        {
            if (node is JsonObject { } schema && schema["type"] is JsonArray types && types.FirstOrDefault(IsNull) is { } isNull)
            {
                types.Remove(isNull);
                types.Add(isNull);
            }
            foreach (var part in Parts(node))
                NullLast(part);
            return node;
        }

        static bool IsNull(JsonNode? type) => type?.GetValueKind() is JsonValueKind.String && type.GetValue<string>() is "null";

        static IEnumerable<JsonNode> Parts(JsonNode node) => (node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        }).OfType<JsonNode>();

        public async Task Write(HttpContext http)
        {
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers.ETag = Tag;
            http.Response.Headers.Vary = "Accept-Encoding";
            if (ETag.IsKnown(http.Request, Tag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
            http.Response.ContentType = ContentType;
            await http.Response.Body.WriteAsync(Content, http.RequestAborted);
        }
    }
}
