using System.Globalization;
using System.Reflection;
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
        if (context.ParameterInfo?.GetCustomAttribute<BetweenAttribute>() is { } between)
            Bound(own, between);
        if (context.Type == typeof(Money))
            DescribeMoney(own);
        else if (context.MemberInfo is null && context.ParameterInfo is null && own.Properties is { Count: > 0 })
            DescribeFields(own, context);
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

    static void DescribeFields(OpenApiSchema schema, SchemaFilterContext context)
    {
        foreach (var field in Json.Options.GetTypeInfo(context.Type).Properties)
        {
            if (schema.Properties is null || !schema.Properties.TryGetValue(field.Name, out var property))
                continue;
            if (field.IsRequired || field.Set is null)
                (schema.Required ??= new SortedSet<string>(StringComparer.Ordinal)).Add(field.Name);
            if (field.AttributeProvider?.GetCustomAttributes(typeof(OneOfAttribute), false) is [OneOfAttribute values])
                property = Enumerate(property, EnumSchemas.Of(values, context.SchemaRepository));
            if (property is OpenApiSchemaReference reference && IsNullable(field.PropertyType, field.IsGetNullable))
                property = OrNull(reference);
            schema.Properties[field.Name] = property;
            // Swashbuckle puts the text of the item's type here; it stands at that type.
            if (property is OpenApiSchema { Items: OpenApiSchemaReference item })
                item.Description = null;
            if (property.Description is null or "" && CommonTexts.Fields.TryGetValue(field.Name, out var text))
                property.Description = text;
            property.Description = Prose.Unwrap(property.Description);
            ValidatorLimits.Add(property, context.Type, field.Name);
        }
    }

    /// <summary>A text that is one of some values, or a list of them.</summary>
    static IOpenApiSchema Enumerate(IOpenApiSchema property, OpenApiSchemaReference values)
    {
        if (property is OpenApiSchema { Items: not null } list)
        {
            list.Items = values;
            return list;
        }
        values.Description = property.Description;
        return values;
    }

    /// <summary>Generators know this form, with null last, as a member that may be null; of others some make a class of its own.</summary>
    static OpenApiSchema OrNull(OpenApiSchemaReference reference) => new()
    {
        OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }],
        Description = reference.Description,
    };

    static bool IsNullable(Type type, bool annotated) => type.IsValueType ? Nullable.GetUnderlyingType(type) is not null : annotated;
}
