using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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
            document.SerializeAsV31(writer(text));
            var content = Encoding.UTF8.GetBytes(text.ToString());
            return new File(contentType, content, $"\"{Convert.ToHexStringLower(SHA256.HashData(content))}\"");
        }

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
