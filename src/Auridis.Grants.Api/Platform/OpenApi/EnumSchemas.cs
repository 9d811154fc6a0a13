using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// The values that a text can have, once for all fields and parameters that take them, under the name of their class: a status is one type
/// for whoever generates a client.
/// </summary>
static class EnumSchemas
{
    /// <summary>
    /// Marks an enumeration that can get new values: <c>enum</c> alone would tell a client that it is closed. The form is that of
    /// Zalando's guidelines, with <c>enum</c> beside it, so that clients have a type.
    /// </summary>
    const string MayGrow = "x-extensible-enum";

    public static OpenApiSchemaReference Of(OneOfAttribute values, SchemaRepository schemas)
    {
        var name = values.Constants.Name;
        if (!schemas.Schemas.ContainsKey(name))
            schemas.AddDefinition(name, Schema(values));
        return new OpenApiSchemaReference(name);
    }

    static OpenApiSchema Schema(OneOfAttribute values) => new()
    {
        Type = JsonSchemaType.String,
        Enum = Nodes(values),
        Description = Describe(values.Constants),
        Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
        {
            [MayGrow] = new JsonNodeExtension(new JsonArray([.. Nodes(values)])),
        },
    };

    static List<JsonNode> Nodes(OneOfAttribute values) => [.. values.Values.Select(value => (JsonNode)value)];

    /// <summary>What stands above the class, and a line for each value that something stands above.</summary>
    static string Describe(Type constants) => string.Join('\n', constants.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral && XmlTexts.SummaryOf(field) is not null)
        .Select(field => $"- `{field.GetRawConstantValue()}`: {XmlTexts.SummaryOf(field)}")
        .Prepend(XmlTexts.SummaryOf(constants)));
}
