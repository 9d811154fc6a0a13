using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The routes for orchestrators. They are answered before the pipeline, so the framework does not describe them.</summary>
static class HealthPaths
{
    public static void Add(OpenApiDocument document)
    {
        document.Paths["/health/live"] = Path(
            document,
            "getLiveness",
            "Says whether the process is alive",
            "Always 200 while the process answers. An unreachable database is not a reason to end the process.",
            Report("healthy", "The process is alive.", new JsonObject()),
            Report("unhealthy", "The process is not alive; the checks say why.", new JsonObject()));
        document.Paths["/health/ready"] = Path(
            document,
            "getReadiness",
            "Says whether the server can answer requests",
            "It can when the database answers, has all migrations of this version and keeps changes, the keys of the authority are "
            + "known, and the server is not stopping. While the authority is away and its keys are known, the status is `degraded`.",
            Report("healthy", "The server can answer requests.", Checks("healthy", null)),
            Report(
                "unhealthy",
                "The server cannot answer requests; the checks say why.",
                Checks("unhealthy", "the database does not answer")));
    }

    static JsonObject Checks(string database, string? why) => new()
    {
        ["shutdown"] = new JsonObject { ["status"] = "healthy", ["description"] = null },
        ["database"] = new JsonObject { ["status"] = database, ["description"] = why },
        ["authority"] = new JsonObject { ["status"] = "healthy", ["description"] = null },
    };

    static OpenApiPathItem Path(
        OpenApiDocument document,
        string name,
        string summary,
        string description,
        OpenApiResponse healthy,
        OpenApiResponse unhealthy) => new()
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation>
            {
                [HttpMethod.Get] = new OpenApiOperation
                {
                    OperationId = name,
                    Summary = summary,
                    Description = description + " Open to everybody; the rate limit does not count it.",
                    Tags = new HashSet<OpenApiTagReference> { new("Health", document) },
                    Security = [],
                    Responses = new OpenApiResponses
                    {
                        ["200"] = healthy,
                        ["405"] = ProblemComponents.Response([Problems.MethodNotAllowed], document),
                        ["503"] = unhealthy,
                    },
                },
            },
        };

    static OpenApiResponse Report(string status, string description, JsonObject checks) => new()
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
                        ["status"] = Status("The worst status of the checks."),
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
                                    ["description"] = new OpenApiSchema
                                    {
                                        Type = JsonSchemaType.String | JsonSchemaType.Null,
                                        Description = "Why, when it is not healthy.",
                                    },
                                },
                            },
                        },
                    },
                },
                Example = new JsonObject { ["status"] = status, ["checks"] = checks },
            },
        },
    };

    static OpenApiSchema Status(string description) => new()
    {
        Type = JsonSchemaType.String,
        Enum = ["healthy", "degraded", "unhealthy"],
        Description = description,
    };
}
