using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The routes for orchestrators. They are answered before the pipeline, so the framework does not describe them.</summary>
static class HealthPaths
{
    const string ReportSchema = "HealthReport";
    const string CheckSchema = "HealthCheck";
    const string StatusSchema = "HealthStatus";

    public static void Add(OpenApiDocument document)
    {
        AddSchemas(document);
        document.Paths["/health/live"] = Path(
            document,
            "getLiveness",
            "Says whether the process is alive",
            "Always 200 while the process answers. An unreachable database is not a reason to end the process.",
            Report(document, "healthy", "The process is alive.", new JsonObject()),
            Report(document, "unhealthy", "The process is not alive; the checks say why.", new JsonObject()));
        document.Paths["/health/ready"] = Path(
            document,
            "getReadiness",
            "Says whether the server can answer requests",
            "It can when the database answers, has all migrations of this version and keeps changes, the keys of the authority are "
            + "known, and the server is not stopping. While the authority is away and its keys are known, the status is `degraded`.",
            Report(document, "healthy", "The server can answer requests.", Checks("healthy", null)),
            Report(
                document,
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

    static OpenApiResponse Report(OpenApiDocument document, string status, string description, JsonObject checks) => new()
    {
        Description = description,
        Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/json"] = new OpenApiMediaType
            {
                Schema = new OpenApiSchemaReference(ReportSchema, document),
                Example = new JsonObject { ["status"] = status, ["checks"] = checks },
            },
        },
    };

    /// <summary>Under names of their own, which clients get classes of.</summary>
    static void AddSchemas(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        schemas[StatusSchema] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = ["healthy", "degraded", "unhealthy"],
            Description = "How well the server, or a part of it, is.",
        };
        schemas[CheckSchema] = Object("What a check found.",
            ("status", Status(document, "What the check found.")),
            ("description", new OpenApiSchema
            {
                Type = JsonSchemaType.String | JsonSchemaType.Null,
                Description = "Why, when it is not healthy.",
            }));
        schemas[ReportSchema] = Object("The health of the server.",
            ("status", Status(document, "The worst status of the checks.")),
            ("checks", new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Each check by name.",
                AdditionalProperties = new OpenApiSchemaReference(CheckSchema, document),
            }));
    }

    static OpenApiSchema Object(string description, params (string Name, IOpenApiSchema Schema)[] members) => new()
    {
        Type = JsonSchemaType.Object,
        Description = description,
        Properties = members.ToDictionary(member => member.Name, member => member.Schema, StringComparer.Ordinal),
    };

    static OpenApiSchemaReference Status(OpenApiDocument document, string description) =>
        new(StatusSchema, document) { Description = description };
}
