using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.FileProviders;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The OpenAPI document (<c>/swagger/v1/swagger.json</c> and <c>.yaml</c>) and Swagger UI (<c>/swagger</c>).</summary>
static class Swagger
{
    public static void AddOpenApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", Introduction.Info);
            // Relative: the document is the same wherever it is served.
            options.AddServer(new OpenApiServer { Url = "/", Description = "The server that this document comes from" });
            options.CustomSchemaIds(SchemaNames.Of);
            options.MapType<FileContentHttpResult>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });
            options.DescribeAllParametersInCamelCase();
            options.SupportNonNullableReferenceTypes();
            options.IncludeXmlComments(typeof(Swagger).Assembly);
            // After the XML comments, whose texts they complete.
            options.SchemaFilter<DescribeSchema>();
            options.OperationFilter<DescribeOperation>();
            options.DocumentFilter<DescribeDocument>();
        });
    }

    public static void UseOpenApiDocument(this WebApplication app) => app.Use(next =>
    {
        // Made for the first one who asks: a server that nobody looks at in a browser starts without it.
        var swagger = new Lazy<RequestDelegate>(() => Branch(app, next));
        return http => http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase)
            ? swagger.Value(http)
            : next(http);
    });

    static RequestDelegate Branch(WebApplication app, RequestDelegate next)
    {
        var branch = ((IApplicationBuilder)app).New();
        var files = new OpenApiFiles(app.Services);
        branch.Use(rest => http => files.Serve(http, rest));
        branch.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = "/swagger",
            FileProvider = new EmbeddedFileProvider(typeof(Swagger).Assembly, "SwaggerUi"),
            // Another version of the program has other files under the same names.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
        // The rest of Swagger UI, as it was published.
        branch.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Auridis.Grants";
            options.IndexStream = () => typeof(Swagger).Assembly.GetManifestResourceStream("SwaggerUi.index.html")!;
        });
        branch.Run(next);
        return branch.Build();
    }
}
