using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

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
        branch.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Auridis.Grants";
            options.SwaggerEndpoint("/swagger/v1/swagger.json", "Auridis.Grants");
            options.DocExpansion(DocExpansion.None);
            options.DefaultModelsExpandDepth(0);
            options.DefaultModelRendering(ModelRendering.Example);
            options.EnableDeepLinking();
            options.EnableFilter();
            options.DisplayRequestDuration();
            options.EnablePersistAuthorization();
            if (app.Services.GetService<DevelopmentIssuer>() is null)
                return;
            options.OAuthClientId(DevelopmentIssuer.PublicClient);
            options.OAuthUsePkce();
            options.HeadContent = SignInFromTheTop;
        });
        branch.Run(next);
        return branch.Build();
    }

    /// <summary>
    /// The dialog gives the focus to the field of the bearer token, and would be scrolled down to it, away from the sign-in of a person.
    /// What is hidden takes no focus.
    /// </summary>
    const string SignInFromTheTop = """
        <style>
          .dialog-ux .auth-container input { animation: sign-in 0.1s; }
          @keyframes sign-in { from, 99% { visibility: hidden; } }
        </style>
        """;
}
