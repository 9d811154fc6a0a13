using System.Globalization;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.Platform.OpenApi;

/// <summary>The figures of all problems as members of the schema, by the examples that the problems give. A name has one type.</summary>
static class ProblemFigures
{
    /// <summary>A schema for each figure, sorted by name.</summary>
    /// <exception cref="InvalidOperationException">Two problems give one name different types, or a value has a type that is not
    /// known here.</exception>
    public static IEnumerable<KeyValuePair<string, IOpenApiSchema>> Schemas(OpenApiDocument document) => ProblemCatalogue.All
        .SelectMany(problem => problem.Example, (problem, figure) => (figure.Name, figure.Value, problem.Code))
        .Where(figure => figure.Value is not null)
        .GroupBy(figure => figure.Name, StringComparer.Ordinal)
        .OrderBy(figures => figures.Key, StringComparer.Ordinal)
        .Select(figures => KeyValuePair.Create(figures.Key, Schema([.. figures], document)));

    static IOpenApiSchema Schema(IReadOnlyList<(string Name, object? Value, string Code)> figures, OpenApiDocument document)
    {
        var (name, value, code) = figures[0];
        if (figures.FirstOrDefault(figure => TypeOf(figure.Value) != TypeOf(value)) is { Code: { } other } odd)
        {
            throw new InvalidOperationException(
                $"The figure '{name}' is {TypeOf(value).Name} in the problem '{code}' and {TypeOf(odd.Value).Name} in '{other}'.");
        }
        var description = $"A figure of {string.Join(", ", figures.Select(figure => $"`{figure.Code}`"))}.";
        return value switch
        {
            Money => new OpenApiSchemaReference(SchemaNames.Of(typeof(Money)), document) { Description = description },
            int => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = description },
            string or ActedAs => new OpenApiSchema { Type = JsonSchemaType.String, Description = description },
            DateOnly => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date", Description = description },
            DateTimeOffset => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = description },
            Guid => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid", Description = description },
            string[] => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = description,
            },
            CsvFault[] => new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = Fault,
                Description = description + $" At most {CsvFaults.Most.ToString("N0", CultureInfo.InvariantCulture)} are named.",
            },
            _ => throw new InvalidOperationException($"The figure '{name}' of '{code}' is {TypeOf(value).Name}, which has no schema here."),
        };
    }

    static OpenApiSchema Fault => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["line"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = "1",
                Description = "The line of the file, from 1, the one with the names of the columns; of a row of several lines, its first.",
            },
            ["column"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = "1",
                Description = "The field in the row, from 1.",
            },
            ["message"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "What is wrong, in the language of the request.",
            },
        },
        Required = new HashSet<string>(StringComparer.Ordinal) { "line", "column", "message" },
    };

    /// <summary>As it is on the wire: <see cref="ActedAs"/> is written as its code.</summary>
    static Type TypeOf(object? value) => value is ActedAs ? typeof(string) : value!.GetType();
}
