using Auridis.Grants.Api.Platform.Security.Development;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>Adds what the operations refer to, and what can be said only when all schemas are known.</summary>
sealed class DescribeDocument(IServiceProvider services) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var components = swaggerDoc.Components ??= new OpenApiComponents();
        components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        components.Schemas[ProblemComponents.Schema] = ProblemComponents.ProblemSchema(swaggerDoc);
        components.Headers = HeaderComponents.Headers;
        components.Responses ??= new SortedDictionary<string, IOpenApiResponse>(StringComparer.Ordinal);
        components.Responses[HeaderComponents.NotModified] = HeaderComponents.NotModifiedResponse(swaggerDoc);
        components.Parameters = HeaderComponents.Parameters;
        components.SecuritySchemes = SecuritySchemes.Of(services.GetService<DevelopmentIssuer>() is not null);
        swaggerDoc.Security = SecuritySchemes.Requirements(swaggerDoc);

        HealthPaths.Add(swaggerDoc);
        var operations = swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
        swaggerDoc.Tags = Introduction.Tags(operations.SelectMany(operation => operation.Tags!.Select(tag => tag.Name!)));
        OpenAnswers(components.Schemas, operations);
        foreach (var operation in operations)
            AddExamples(operation);
        RemoveUnused(components, operations);
    }

    /// <summary>
    /// An unknown field in a request is refused. An answer can get new fields without being another contract: clients ignore what they do
    /// not know.
    /// </summary>
    static void OpenAnswers(IDictionary<string, IOpenApiSchema> schemas, IEnumerable<OpenApiOperation> operations)
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var media in operations.SelectMany(operation => operation.RequestBody?.Content?.Values ?? []))
            Collect(media.Schema, schemas, sent);
        foreach (var (name, schema) in schemas)
        {
            if (schema is not OpenApiSchema own || sent.Contains(name))
                continue;
            own.AdditionalPropertiesAllowed = true;
            // An answer has all of its members; what is not there yet is null. The figures of a problem are those of its rule.
            if (name != ProblemComponents.Schema && own.Properties is { Count: > 0 } members)
                own.Required = members.Keys.ToHashSet(StringComparer.Ordinal);
        }
    }

    static void Collect(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> found)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
        {
            if (found.Add(id))
                Collect(schemas[id], schemas, found);
            return;
        }
        if (schema is null)
            return;
        var parts = (schema.Properties?.Values ?? [])
            .Concat(schema.OneOf ?? [])
            .Append(schema.Items)
            .Append(schema.AdditionalProperties);
        foreach (var part in parts)
            Collect(part, schemas, found);
    }

    static void AddExamples(OpenApiOperation operation)
    {
        var content = operation.RequestBody?.Content;
        foreach (var media in Exemplified(content, "application/json", MergePatch.ContentType, CsvUpload.ContentType))
            media.Example = Examples.Request(operation.OperationId);
        var successes = operation.Responses!.Where(response => response.Key.StartsWith('2'));
        foreach (var media in successes.SelectMany(response => Exemplified(response.Value.Content, "application/json")))
            media.Example ??= Examples.Answer(operation.OperationId);
    }

    static IEnumerable<OpenApiMediaType> Exemplified(
        IDictionary<string, IOpenApiMediaType>? content, params string[] types)
    {
        foreach (var media in (content ?? new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal))
            .Where(type => types.Contains(type.Key, StringComparer.Ordinal))
            .Select(type => type.Value).OfType<OpenApiMediaType>())
        {
            // The type's own text stands at the type.
            if (media.Schema is OpenApiSchemaReference { Description: not null } reference)
                reference.Description = null;
            yield return media;
        }
    }

    /// <summary>A header that no operation of this version uses is left out.</summary>
    static void RemoveUnused(OpenApiComponents components, List<OpenApiOperation> operations)
    {
        var parameters = operations
            .SelectMany(operation => operation.Parameters ?? [])
            .OfType<OpenApiParameterReference>()
            .Select(parameter => parameter.Reference.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in components.Parameters!.Keys.Where(name => !parameters.Contains(name)).ToList())
            components.Parameters.Remove(name);
    }
}
