using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// The document as JSON and as YAML. It is made once, for the first one who asks: it says nothing that depends on the caller.
/// </summary>
sealed class OpenApiFiles
{
    readonly Dictionary<string, Lazy<File>> files;

    public OpenApiFiles(IServiceProvider services)
    {
        var document = new Lazy<OpenApiDocument>(() =>
        {
            // In English, whoever asks first.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            return services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        });
        files = new(StringComparer.OrdinalIgnoreCase)
        {
            ["/swagger/v1/swagger.json"] =
                new(() => File.Of(document.Value, "application/json; charset=utf-8", text => new OpenApiJsonWriter(text))),
            ["/swagger/v1/swagger.yaml"] =
                new(() => File.Of(document.Value, "application/yaml; charset=utf-8", text => new OpenApiYamlWriter(text))),
        };
    }

    /// <summary>Answers who asks for one of the files; all others are for <paramref name="next"/>.</summary>
    public Task Serve(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method) || !files.TryGetValue(http.Request.Path.Value ?? "", out var file))
            return next(http);
        return file.Value.Write(http);
    }

    sealed record File(string ContentType, byte[] Content, string Tag)
    {
        public static File Of(OpenApiDocument document, string contentType, Func<TextWriter, IOpenApiWriter> writer)
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture);
            writer(text).WriteAny(NullLast(Node(document)));
            var content = Encoding.UTF8.GetBytes(text.ToString());
            return new File(contentType, content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"");
        }

        static JsonNode Node(OpenApiDocument document)
        {
            using var json = new StringWriter(CultureInfo.InvariantCulture);
            document.SerializeAsV31(new OpenApiJsonWriter(json));
            return JsonNode.Parse(json.ToString())!;
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
