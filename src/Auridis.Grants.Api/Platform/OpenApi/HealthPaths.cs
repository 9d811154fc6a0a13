using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The routes for orchestrators. They stand before everything else, and so outside of what the framework describes.</summary>
static class HealthPaths
{
    public static void Add(OpenApiDocument document)
    {
        document.Paths["/health/live"] = Path("getLiveness", "Says whether the process is alive",
            "Always 200 while it answers. A database that is away is no reason to end the process.", "{}", document);
        document.Paths["/health/ready"] = Path("getReadiness", "Says whether the server can serve",
            "The database answers and has all migrations of this version, and the server is not stopping.",
            """{"shutdown":{"status":"healthy","description":null},"database":{"status":"healthy","description":null}}""", document);
    }

    static OpenApiPathItem Path(string name, string summary, string description, string checks, OpenApiDocument document) => new()
    {
        Operations = new Dictionary<HttpMethod, OpenApiOperation>
        {
            [HttpMethod.Get] = new OpenApiOperation
            {
                OperationId = name,
                Summary = summary,
                Description = description + " Open to everybody, and not counted by the rate limit.",
                Tags = new HashSet<OpenApiTagReference> { new("Health", document) },
                Security = [],
                Responses = new OpenApiResponses
                {
                    ["200"] = Report("healthy", "It is.", checks),
                    ["405"] = ProblemComponents.Response([Problems.MethodNotAllowed], document),
                    ["503"] = Report("unhealthy", "It is not; the checks say why.", checks.Replace("healthy\",\"description\":null}}", "unhealthy\",\"description\":\"the database does not answer\"}}", StringComparison.Ordinal)),
                },
            },
        },
    };

    static OpenApiResponse Report(string status, string description, string checks) => new()
    {
        Description = description,
        Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string>(StringComparer.Ordinal) { "status", "checks" },
                    Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                    {
                        ["status"] = Status("The worst of the checks."),
                        ["checks"] = new OpenApiSchema
                        {
                            Type = JsonSchemaType.Object,
                            Description = "Each check by name.",
                            AdditionalProperties = new OpenApiSchema
                            {
                                Type = JsonSchemaType.Object,
                                Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                                {
                                    ["status"] = Status("What the check found."),
                                    ["description"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Why, when it is not healthy." },
                                },
                            },
                        },
                    },
                },
                Example = new JsonObject { ["status"] = status, ["checks"] = JsonNode.Parse(checks) },
            },
        },
    };

    static OpenApiSchema Status(string description) => new() { Type = JsonSchemaType.String, Enum = ["healthy", "degraded", "unhealthy"], Description = description };
}
