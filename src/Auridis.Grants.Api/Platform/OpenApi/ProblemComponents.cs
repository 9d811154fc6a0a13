using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The problems in the document: one schema, one example for each code, one response for each status of an operation.</summary>
static class ProblemComponents
{
    public const string Schema = "Problem";

    /// <summary>Every code that can come with this status, described, with an example each.</summary>
    public static IOpenApiResponse Response(IReadOnlyList<Problem> problems, OpenApiDocument document)
    {
        if (problems is not [var only])
            return Describe(problems, document);
        // Alone with its status, as 401 is: written once for all operations.
        document.Components ??= new OpenApiComponents();
        document.Components.Responses ??= new SortedDictionary<string, IOpenApiResponse>(StringComparer.Ordinal);
        if (!document.Components.Responses.ContainsKey(only.Code))
            document.Components.Responses[only.Code] = Describe(problems, document);
        return new OpenApiResponseReference(only.Code, document);
    }

    static OpenApiResponse Describe(IReadOnlyList<Problem> problems, OpenApiDocument document)
    {
        var response = new OpenApiResponse
        {
            Description = problems is [var only] ? Line(only) : string.Join("\n", problems.Select(problem => $"- {Line(problem)}")),
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                [ProblemWriter.ContentType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchemaReference(Schema, document),
                    Examples = problems.ToDictionary(
                        problem => problem.Code,
                        IOpenApiExample (problem) => Example(problem, document),
                        StringComparer.Ordinal),
                },
            },
        };
        HeaderComponents.Add(response, document, (RequestLog.RequestId, HeaderComponents.RequestId));
        if (problems.Contains(Problems.TooManyRequests))
        {
            HeaderComponents.Add(
                response,
                document,
                ("Retry-After", HeaderComponents.RetryAfter),
                ("RateLimit", HeaderComponents.RateLimit),
                ("RateLimit-Policy", HeaderComponents.RateLimitPolicy));
        }
        if (problems.Contains(Problems.Busy) || problems.Contains(Problems.AuthorityUnavailable))
            HeaderComponents.Add(response, document, ("Retry-After", HeaderComponents.RetryAfter));
        if (problems.Contains(Problems.Unauthenticated))
            HeaderComponents.Add(response, document, ("WWW-Authenticate", HeaderComponents.WwwAuthenticate));
        return response;
    }

    /// <summary>What every problem says, then the figures of all of them.</summary>
    public static OpenApiSchema ProblemSchema(OpenApiDocument document)
    {
        var schema = Common;
        foreach (var (name, figure) in ProblemFigures.Schemas(document))
            schema.Properties!.Add(name, figure);
        return schema;
    }

    static OpenApiSchema Common => new()
    {
        Type = JsonSchemaType.Object,
        Description = "Why a request was refused (RFC 9457). Branch on `code`: it is stable. "
            + "The figures of the rule stand beside these fields.",
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("Where the problem is documented.", "uri"),
            ["title"] = Text("The same for every occurrence, in the language of the request."),
            ["status"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "400",
                Maximum = "599",
                Description = "The HTTP status.",
            },
            ["detail"] = ErrorMessage(Text("What happened here, with the figures of the rule.")),
            ["instance"] = Text("The path of the request."),
            ["code"] = Text("Stable; what a client branches on."),
            ["traceId"] = Text("Identifies this request in the logs of the operator."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "What is wrong with which value. A key that is empty or begins with `/` is a JSON pointer into the body "
                    + "(RFC 6901), such as `/terms/title`; any other is the name of a parameter of the query, such as `limit`. "
                    + $"At most {Problem.MostPlaces.ToString("N0", CultureInfo.InvariantCulture)} places are named.",
                AdditionalProperties = Texts(),
            },
        },
        AdditionalProperties = new OpenApiSchema { Description = "A figure of the rule, named in the detail." },
        Required = new HashSet<string>(StringComparer.Ordinal) { "type", "title", "status", "detail", "instance", "code", "traceId" },
    };

    /// <summary>An example of the whole document, so that each is written once.</summary>
    static OpenApiExampleReference Example(Problem problem, OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Examples ??= new SortedDictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        document.Components.Examples.TryAdd(problem.Code, new OpenApiExample { Summary = problem.Title.En, Value = Body(problem) });
        return new OpenApiExampleReference(problem.Code, document);
    }

    static JsonObject Body(Problem problem)
    {
        var occurrence = problem.With([.. problem.Example]);
        var body = new JsonObject
        {
            ["type"] = $"https://grants.example.org/problems/{problem.Code}",
            ["title"] = problem.Title.En,
            ["status"] = problem.Status,
            ["detail"] = occurrence.Sentence(),
            ["instance"] = "/programmes/01926f3a-5c00-7000-8000-000000000001",
            ["code"] = problem.Code,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        foreach (var (name, value) in occurrence.Figures)
            body.TryAdd(name, JsonSerializer.SerializeToNode(value is ActedAs acted ? acted.Code : value, Json.Options));
        if (problem.ExampleError is { } error)
            body["errors"] = new JsonObject { [error.Place] = new JsonArray(error.Message) };
        return body;
    }

    /// <summary>What clients of Kiota show as the message of the exception.</summary>
    static OpenApiSchema ErrorMessage(OpenApiSchema schema)
    {
        schema.Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
        {
            ["x-ms-primary-error-message"] = new JsonNodeExtension(true),
        };
        return schema;
    }

    static OpenApiSchema Text(string? description = null, string? format = null) =>
        new() { Type = JsonSchemaType.String, Description = description, Format = format };

    static OpenApiSchema Texts() => new() { Type = JsonSchemaType.Array, Items = Text() };

    static string Line(Problem problem) => $"`{problem.Code}`: {problem.Title.En}";
}
