using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Auridis.Grants.Api.Http;
using Microsoft.OpenApi;

namespace Auridis.Grants.Api.OpenApi;

/// <summary>
/// Examples of requests and answers, put together from their schemas. A field's value is the <c>example</c> of its <c>param</c> text if
/// there is one, else what fields of that name usually hold; a whole type can be given where its parts must fit each other.
/// </summary>
static class Examples
{
    static readonly Dictionary<string, JsonNode> Types = Samples.Requests.Append(Samples.Problem)
        .ToDictionary(sample => SchemaNames.Of(sample.GetType()), sample => JsonSerializer.SerializeToNode(sample, Json.Options)!, StringComparer.Ordinal);

    static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["Account.name"] = "Payables to sites",
        ["Account.number"] = "1700",
        ["action"] = "programme.opened",
        ["actor"] = "https://login.example.org#4711",
        ["actual"] = "submitted",
        ["ags"] = "05512000",
        ["bic"] = "COBADEFFXXX",
        ["By"] = "urn:auridis-grants:development#caseworker-1",
        ["category"] = "personnel",
        ["check"] = "signed",
        ["code"] = "2019-A",
        ["comment"] = "The partners meet regularly, and each has a named contact.",
        ["contraAccount"] = "1700",
        ["county"] = "Kreis Borken",
        ["creditAccount"] = "1700",
        ["criterion"] = "need",
        ["debitAccount"] = "4000",
        ["detail"] = "There is no such resource, or you may not see it.",
        ["draw"] = Sha256,
        ["earlier"] = "approver",
        ["event"] = "payable",
        ["exceeded"] = "siteLimit",
        ["expected"] = "draft",
        ["field"] = "reason",
        ["figure"] = "expected",
        ["fileName"] = "auridis-grants-export-000001.csv",
        ["function"] = "Netzwerkkoordination",
        ["governmentDistrict"] = "Münster",
        ["hash"] = Sha256,
        ["holder"] = "Stadt Bottrop",
        ["iban"] = "DE89370400440532013000",
        ["issuer"] = "LWL-Landesjugendamt Westfalen",
        ["kind"] = "independent-city",
        ["meaning"] = "A payment is released",
        ["name"] = "Bottrop",
        ["narrative"] = "The round table met eight times, and every daycare centre has a contact at its school.",
        ["nextCursor"] = "AAAAAAAAADI",
        ["number"] = "GA-2018-A-Z-03",
        ["officeAgs"] = "05512000",
        ["operation"] = "POST /programmes/{id}/open",
        ["payee"] = "Stadt Bottrop",
        ["programmeCode"] = "2018-A",
        ["publicValue"] = "3-11-17-24-38-42",
        ["purpose"] = "Half a post for the coordination of the network",
        ["reason"] = "The letter of intent of the health office is missing.",
        ["Disbursement.reference"] = "GA-2018-A-Z-03-P01",
        ["Receipt.number"] = "R-2019-017",
        ["reference"] = "GA-2018-A-0007",
        ["remark"] = "Signed by the head of the Jugendamt.",
        ["requestId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        ["reviewer"] = "urn:auridis-grants:development#reviewer-1",
        ["role"] = "Runder Tisch",
        ["secret"] = ReferenceData.LotSecret,
        ["sha256"] = Sha256,
        ["subject"] = "caseworker-1",
        ["summary"] = "The networks for children of three to eight years are examined and developed.",
        ["text"] = "The networks for children of three to eight years are examined and developed.",
        ["tieBreak"] = "need",
        ["title"] = "Netzwerke für Kinder in Bottrop",
        ["type"] = "https://grants.example.org/problems/not-found",
    };

    const string Id = "01926f3a-5c00-7000-8000-000000000001";

    const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /// <summary>An example of a schema of this document; null where a schema says nothing of its type.</summary>
    /// <param name="field">The name of the field whose value it is.</param>
    /// <param name="owner">The schema that has the field.</param>
    public static JsonNode? Of(IOpenApiSchema schema, IDictionary<string, IOpenApiSchema> schemas, string field = "", string owner = "")
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } id })
            return Types.TryGetValue(id, out var whole) ? whole.DeepClone() : Of(schemas[id], schemas, field, id);
#pragma warning disable CS0618 // Swashbuckle still puts the example of an XML comment there
        var own = schema.Examples?.FirstOrDefault() ?? schema.Example;
#pragma warning restore CS0618
        if (own is not null)
            return own.DeepClone();
        if (schema.Enum is { Count: > 0 } values)
            return values[0].DeepClone();
        if (schema.AnyOf is { Count: > 0 } choices)
            return Of(choices[0], schemas, field, owner);
        var type = schema.Type & ~JsonSchemaType.Null;
        return type switch
        {
            JsonSchemaType.Object when schema.Properties is { Count: > 0 } properties =>
                new JsonObject(properties.Select(property => KeyValuePair.Create(property.Key, Of(property.Value, schemas, property.Key, owner)))),
            JsonSchemaType.Object => new JsonObject(),
            JsonSchemaType.Array => new JsonArray(Of(schema.Items!, schemas, Singular(field), owner)),
            JsonSchemaType.String => OfText(schema.Format, field, owner),
            JsonSchemaType.Integer => Number(schema, 1),
            JsonSchemaType.Number => Number(schema, 1),
            JsonSchemaType.Boolean => true,
            _ => null,
        };
    }

    /// <summary>What a figure of a problem can look like.</summary>
    public static JsonNode Figure(string name) => name switch
    {
        "office" => "05512000",
        "today" => "2018-12-01",
        _ when Texts.TryGetValue(name, out var text) => text,
        "finalFrom" => "2019-02-12",
        "earliest" => "2018-12-31",
        "application" or "review" => Id,
        "applicationStatus" or "programmeStatus" => "draft",
        _ when name.EndsWith("On", StringComparison.Ordinal) => "2018-11-30",
        _ when name.EndsWith("Version", StringComparison.Ordinal) || name.EndsWith("Count", StringComparison.Ordinal) => 3,
        _ => Amounts.Contains(name, StringComparer.Ordinal) ? "100,000.00 EUR" : "12",
    };

    static readonly string[] Amounts = ["amount", "available", "awarded", "budget", "cap", "committed", "declared", "drawn", "expenditure", "free", "funds", "open", "requested", "sum", "sumLimit", "wanted"];

    static JsonNode OfText(string? format, string field, string owner) => format switch
    {
        "uuid" => Id,
        "date" => "2018-11-30",
        "date-time" => "2018-10-01T07:00:00.000Z",
        "byte" => "JVBERi0xLjcK",
        "uri" => "https://grants.example.org/",
        _ => Texts.GetValueOrDefault($"{owner}.{field}") ?? Texts.GetValueOrDefault(field) ?? Texts.FirstOrDefault(text => field.EndsWith(text.Key, StringComparison.OrdinalIgnoreCase)).Value ?? "text",
    };

    static JsonNode Number(IOpenApiSchema schema, int otherwise) =>
        schema.Minimum is { } least && int.TryParse(least, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    static string Singular(string field) => field switch
    {
        _ when field.EndsWith("ies", StringComparison.Ordinal) => field[..^3] + "y",
        _ when field.EndsWith('s') => field[..^1],
        _ => field,
    };
}
