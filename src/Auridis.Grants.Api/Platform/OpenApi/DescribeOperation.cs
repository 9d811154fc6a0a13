using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using FastEndpoints;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>Adds to an operation what its declarations imply: headers, every status with its codes, who may call it.</summary>
sealed class DescribeOperation : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = new EndpointMetadataCollection(context.ApiDescription.ActionDescriptor.EndpointMetadata);
        var isGet = ProblemsOf.Is(metadata, HttpMethods.Get);
        var answer = ProblemsOf.Answers(metadata).FirstOrDefault();
        // A file has an ETag too: its hash.
        var isTagged = answer?.Type is { } type
            && (type.IsAssignableTo(typeof(IVersioned)) || type.IsAssignableTo(typeof(IFrozen)) || ProblemsOf.IsFile(metadata));
        var isConditional = isGet && isTagged && !answer!.Type!.IsAssignableTo(typeof(IView)) && !ProblemsOf.IsFile(metadata);

        Describe(operation, metadata.GetMetadata<EndpointDefinition>()!.EndpointType);
        DescribeRights(operation, metadata);
        DescribeDeprecation(operation, metadata);
        DescribeParameters(operation, metadata.GetMetadata<EndpointDefinition>()!.ReqDtoType, context);
        AddHeaders(operation, metadata, isConditional, context.Document);
        if (answer is not null)
            DescribeSuccess(operation, metadata, answer.StatusCode, isGet, isTagged, isConditional, context.Document);
        foreach (var problems in ProblemsOf.Endpoint(metadata).GroupBy(problem => problem.Status).OrderBy(group => group.Key))
            operation.Responses![Text(problems.Key)] = ProblemComponents.Response([.. problems], context.Document);
        // The document's own requirement holds for every other operation.
        if (ProblemsOf.IsAnonymous(metadata))
            operation.Security = [];
    }

    /// <summary>The text above a slice: its summary, without the full stop of a sentence, and its remarks.</summary>
    static void Describe(OpenApiOperation operation, Type slice)
    {
        operation.Summary = XmlTexts.SummaryOf(slice).TrimEnd('.');
        operation.Description = XmlTexts.RemarksOf(slice);
    }

    /// <summary>As a line for people and as <c>x-roles</c> and <c>x-person-required</c> for programs.</summary>
    static void DescribeRights(OpenApiOperation operation, EndpointMetadataCollection metadata)
    {
        if (ProblemsOf.Rights(metadata) is not { } rights)
            return;
        var roles = rights.Roles.Length == Role.All.Count ? "any" : string.Join(", ", rights.Roles.Select(role => $"`{role}`"));
        operation.Description = $"{operation.Description}\n\nRoles: {roles}{(rights.PersonOnly ? "; only a person, not a machine." : ".")}";
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        operation.Extensions["x-roles"] = new JsonNodeExtension(new JsonArray([.. rights.Roles.Select(role => (JsonNode)role)]));
        operation.Extensions["x-person-required"] = new JsonNodeExtension(rights.PersonOnly);
    }

    static void DescribeDeprecation(OpenApiOperation operation, EndpointMetadataCollection metadata)
    {
        if (metadata.GetMetadata<Deprecation>() is not { } deprecation)
            return;
        operation.Deprecated = true;
        operation.Description = $"{deprecation.Text}\n\n{operation.Description}";
    }

    /// <summary>What a parameter's type leaves open.</summary>
    static void DescribeParameters(OpenApiOperation operation, Type request, OperationFilterContext context)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (string.IsNullOrEmpty(parameter.Description) && CommonTexts.Parameters.TryGetValue(parameter.Name!, out var text))
                parameter.Description = text;
            if (parameter.Required && CommonTexts.ParameterExamples.TryGetValue(parameter.Name!, out var example))
                parameter.Example = example;
            if (parameter is not { In: ParameterLocation.Query, Schema: OpenApiSchema schema })
                continue;
            if (parameter.Name == "limit")
                schema.Default = Paging.DefaultLimit;
            var property = Parameters.Query(request).Single(property => Parameters.NameOf(property) == parameter.Name);
            if (property.GetCustomAttribute<OneOfAttribute>() is { } values)
                parameter.Schema = EnumSchemas.Of(values, context.SchemaRepository);
            else if (schema is { Type: JsonSchemaType.String, Format: null, Enum: null, Pattern: null })
                schema.MinLength = 1;
            if (property.IsDefined(typeof(SearchTextAttribute)))
                (schema.MaxLength, schema.Pattern) = (SearchTextAttribute.Longest, TextCharacters.Line.Pattern);
            if (property.GetCustomAttribute<SortedByAttribute>() is { } sorted)
                schema.Pattern = sorted.Pattern;
            if (property.GetCustomAttribute<NotBeforeAttribute>() is { } range)
                parameter.Description += $" Not before `{range.Name}`.";
        }
    }

    static void AddHeaders(OpenApiOperation operation, EndpointMetadataCollection metadata, bool conditional, OpenApiDocument document)
    {
        operation.Parameters ??= [];
        if (ProblemsOf.NeedsIfMatch(metadata))
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.IfMatch, document));
        if (metadata.GetMetadata<RequiredKey>() is not null)
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.RequiredIdempotencyKey, document));
        else if (ProblemsOf.Is(metadata, HttpMethods.Post))
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.IdempotencyKey, document));
        if (conditional)
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.IfNoneMatch, document));
        if (metadata.GetMetadata<EndpointDefinition>()?.ReqDtoType == typeof(UploadedFile))
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.FileName, document));
        if (ProblemsOf.HasParts(metadata))
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.Range, document));
        operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.AcceptLanguage, document));
    }

    static void DescribeSuccess(
        OpenApiOperation operation,
        EndpointMetadataCollection metadata,
        int status,
        bool isGet,
        bool isTagged,
        bool isConditional,
        OpenApiDocument document)
    {
        var responses = operation.Responses!;
        // Of an answer without a body, the API explorer makes a 200.
        if (!responses.Remove(Text(status), out var answer))
            responses.Remove("200", out answer);
        if (answer is not OpenApiResponse success)
            return;
        responses[Text(status)] = success;
        var isPage = ProblemsOf.IsPage(metadata);
        success.Description = status switch
        {
            _ when CommonTexts.Successes.TryGetValue(operation.OperationId!, out var own) => own,
            StatusCodes.Status201Created => "Created. The body is the new resource.",
            StatusCodes.Status202Accepted => "Accepted. The body is the new resource, which tells how far the work is.",
            StatusCodes.Status204NoContent => "Done. The answer has no body.",
            _ when isPage => "A page of the list.",
            _ when isGet => "Found.",
            _ => "Done. The body is the resource after this step.",
        };
        HeaderComponents.Add(success, document, (RequestLog.RequestId, HeaderComponents.RequestId));
        if (isTagged)
            HeaderComponents.Add(success, document, ("ETag", HeaderComponents.ETag));
        if (status is StatusCodes.Status201Created or StatusCodes.Status202Accepted)
            HeaderComponents.Add(success, document, ("Location", HeaderComponents.Location));
        if (isPage)
            HeaderComponents.Add(success, document, ("Link", HeaderComponents.Link));
        if (ProblemsOf.IsFile(metadata))
            HeaderComponents.Add(success, document, ("Content-Disposition", HeaderComponents.ContentDisposition));
        if (ProblemsOf.Is(metadata, HttpMethods.Post))
            HeaderComponents.Add(success, document, ("Idempotency-Replayed", HeaderComponents.IdempotencyReplayed));
        if (metadata.GetMetadata<Deprecation>() is not null)
            HeaderComponents.AddDeprecation(success);
        HeaderComponents.AddRateLimit(success, document);
        if (ProblemsOf.HasParts(metadata) && responses["206"] is OpenApiResponse part)
        {
            part.Description = "The part of the file that Range asks for.";
            part.Headers = new Dictionary<string, IOpenApiHeader>(success.Headers!, StringComparer.Ordinal);
            HeaderComponents.Add(part, document, ("Content-Range", HeaderComponents.ContentRange));
        }
        // A page for a browser has no members.
        if (success.Content?.TryGetValue("text/html", out var page) == true && page is OpenApiMediaType html)
            html.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "html" };
        // Nor has a table beside the JSON; its columns stand in the description.
        if (success.Content is { Count: > 1 } contents && contents.TryGetValue("text/csv", out var table) && table is OpenApiMediaType csv)
        {
            csv.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "csv" };
            HeaderComponents.Add(success, document, ("Content-Disposition", HeaderComponents.ContentDisposition));
        }
        if (isConditional)
            responses["304"] = new OpenApiResponseReference(HeaderComponents.NotModified, document);
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
