using System.Globalization;
using Auridis.Grants.Api.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.OpenApi;

/// <summary>Adds to an operation what its declarations imply: headers, every status with its codes, who may call it.</summary>
sealed class DescribeOperation : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = new EndpointMetadataCollection(context.ApiDescription.ActionDescriptor.EndpointMetadata);
        var isGet = ProblemsOf.Is(metadata, HttpMethods.Get);
        var answer = metadata.GetOrderedMetadata<IProducesResponseTypeMetadata>().FirstOrDefault(produces => produces.StatusCode is >= 200 and < 300);
        // A file has an ETag too: its hash.
        var isResource = answer?.Type is { } type && (type.IsAssignableTo(typeof(IResource)) || type == typeof(FileContentHttpResult));

        DescribeParameters(operation);
        AddHeaders(operation, metadata, isGet && isResource, context.Document);
        if (answer is not null)
            DescribeSuccess(operation, metadata, answer.StatusCode, isGet, isResource, context.Document);
        foreach (var problems in ProblemsOf.Endpoint(metadata).GroupBy(problem => problem.Status).OrderBy(group => group.Key))
            operation.Responses![problems.Key.ToString(CultureInfo.InvariantCulture)] = ProblemComponents.Response([.. problems], context.Document);
        // The document's own requirement holds for every other operation.
        if (ProblemsOf.IsAnonymous(metadata))
            operation.Security = [];
    }

    /// <summary>What a parameter's type leaves open.</summary>
    static void DescribeParameters(OpenApiOperation operation)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (string.IsNullOrEmpty(parameter.Description) && CommonTexts.Parameters.TryGetValue(parameter.Name!, out var text))
                parameter.Description = text;
            if (parameter is { Name: "limit", Schema: OpenApiSchema limit })
                (limit.Minimum, limit.Maximum, limit.Default) = ("1", Text(Paging.LargestLimit), Paging.DefaultLimit);
            if (parameter is { Name: "cursor", Schema: OpenApiSchema cursor })
                (cursor.MinLength, cursor.MaxLength) = (11, 11);
        }
    }

    static void AddHeaders(OpenApiOperation operation, EndpointMetadataCollection metadata, bool conditional, OpenApiDocument document)
    {
        operation.Parameters ??= [];
        if (metadata.GetMetadata<NeedsIfMatchMetadata>() is not null)
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.IfMatch, document));
        if (metadata.GetMetadata<MovesMoneyMetadata>() is not null)
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.RequiredIdempotencyKey, document));
        else if (ProblemsOf.Is(metadata, HttpMethods.Post))
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.IdempotencyKey, document));
        if (conditional)
            operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.IfNoneMatch, document));
        operation.Parameters.Add(new OpenApiParameterReference(HeaderComponents.AcceptLanguage, document));
    }

    static void DescribeSuccess(
        OpenApiOperation operation, EndpointMetadataCollection metadata, int status, bool isGet, bool isResource, OpenApiDocument document)
    {
        var responses = operation.Responses!;
        // Of an answer without a body, the API explorer makes a 200.
        if (!responses.Remove(Text(status), out var answer))
            responses.Remove("200", out answer);
        if (answer is not OpenApiResponse success)
            return;
        responses[Text(status)] = success;
        var isList = ProblemsOf.IsList(metadata);
        success.Description = status switch
        {
            StatusCodes.Status201Created => "Made. The body is the new resource.",
            StatusCodes.Status204NoContent => "Done. There is nothing more to say.",
            _ when isList => "A page of the list.",
            _ when isGet => "Found.",
            _ => "Done. The body is the state after this step.",
        };
        if (isResource)
            AddHeader(success, HeaderComponents.ETag, document);
        if (status == StatusCodes.Status201Created)
            AddHeader(success, HeaderComponents.Location, document);
        if (isList)
            AddHeader(success, HeaderComponents.Link, document);
        if (isGet && isResource)
            responses["304"] = new OpenApiResponseReference(HeaderComponents.NotModified, document);
    }

    static void AddHeader(OpenApiResponse response, string name, OpenApiDocument document) =>
        (response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal))[name] = new OpenApiHeaderReference(name, document);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
