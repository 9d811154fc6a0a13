using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>
/// Makes a schema say what the JSON reader and writer do: which fields must be sent, which may be null, which values a text can have,
/// and how money looks.
/// </summary>
sealed class DescribeSchema : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema own)
            return;
        own.Description = Prose.Unwrap(own.Description);
        var oneOf = context.MemberInfo?.GetCustomAttribute<OneOfAttribute>() ?? context.ParameterInfo?.GetCustomAttribute<OneOfAttribute>();
        if (context.ParameterInfo?.GetCustomAttribute<BetweenAttribute>() is { } between)
            Bound(own, between);
        if (oneOf is not null)
            Enumerate(own, oneOf.Values);
        else if (context.Type == typeof(Money))
            DescribeMoney(own);
        else if (context.MemberInfo is null && context.ParameterInfo is null && own.Properties is { Count: > 0 })
            DescribeFields(own, context.Type);
    }

    static void Enumerate(OpenApiSchema schema, IReadOnlyList<string> values)
    {
        if (schema.Type?.HasFlag(JsonSchemaType.Array) == true)
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (JsonNode)value)] };
            return;
        }
        schema.Enum = [.. values.Select(value => (JsonNode)value)];
        // Without null among the values, an enum forbids what the type allows.
        if (schema.Type?.HasFlag(JsonSchemaType.Null) == true)
            schema.Enum.Add(JsonNullSentinel.JsonNull);
    }

    static void Bound(OpenApiSchema schema, BetweenAttribute between)
    {
        schema.Minimum = between.Least.ToString(CultureInfo.InvariantCulture);
        if (between.Most < long.MaxValue)
            schema.Maximum = between.Most.ToString(CultureInfo.InvariantCulture);
    }

    static void DescribeMoney(OpenApiSchema schema)
    {
        schema.Description = "An amount in euro. A decimal string with exactly two places; anything else is refused, never rounded.";
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["amount"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern = @"^(?!-0\.00)-?(0|[1-9][0-9]{0,8})\.[0-9]{2}$",
                MaxLength = 13,
                Description = "The amount with exactly two decimal places and a point, from -999999999.99 to 999999999.99.",
                Examples = ["100000.00"],
            },
            ["currency"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = ["EUR"],
                Description = "The currency; always euro.",
                Examples = ["EUR"],
            },
        };
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "amount", "currency" };
    }

    static void DescribeFields(OpenApiSchema schema, Type type)
    {
        foreach (var field in Json.Options.GetTypeInfo(type).Properties)
        {
            if (schema.Properties is null || !schema.Properties.TryGetValue(field.Name, out var property))
                continue;
            if (field.IsRequired || field.Set is null)
                (schema.Required ??= new SortedSet<string>(StringComparer.Ordinal)).Add(field.Name);
            if (property is OpenApiSchemaReference reference && IsNullable(field.PropertyType, field.IsGetNullable))
            {
                property = new OpenApiSchema
                {
                    AnyOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }],
                    Description = reference.Description,
                };
                schema.Properties[field.Name] = property;
            }
            // Swashbuckle puts the text of the item's type here; it stands at that type.
            if (property is OpenApiSchema { Items: OpenApiSchemaReference item })
                item.Description = null;
            if (property.Description is null or "" && CommonTexts.Fields.TryGetValue(field.Name, out var text))
                property.Description = text;
            property.Description = Prose.Unwrap(property.Description);
            ValidatorLimits.Add(property, type, field.Name);
        }
    }

    static bool IsNullable(Type type, bool annotated) => type.IsValueType ? Nullable.GetUnderlyingType(type) is not null : annotated;
}
