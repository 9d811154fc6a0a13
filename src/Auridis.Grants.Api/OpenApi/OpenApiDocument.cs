namespace Auridis.Grants.Api.OpenApi;

/// <summary>The OpenAPI document and Swagger UI.</summary>
static class OpenApiDocument
{
    public static void AddOpenApiDocument(this WebApplicationBuilder builder)
    {
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSwaggerGen(options => options.CustomSchemaIds(type => type.FullName!.Replace('+', '.')));
    }

    public static void UseOpenApiDocument(this WebApplication app)
    {
        app.UseSwagger();
        app.UseSwaggerUI();
    }
}
