using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Tests.Contract;

/// <summary>What the document says of the bodies that operations take.</summary>
public sealed class RequestBodyTests : ContractFixture
{
    static readonly string Nowhere = Guid.Empty.ToString();

    /// <summary>
    /// Two limits of one contract never contradict: what keeps to the schema is never too large. Over a socket, since only the real server
    /// counts the bytes.
    /// </summary>
    [Test]
    [CancelAfter(300_000)]
    public async Task The_largest_body_that_the_schema_allows_is_not_too_large()
    {
        await using var server = await GrantsApp.Listen(DatabaseKind.Sqlite);
        Dictionary<string, int> sizes = new(StringComparer.Ordinal);
        foreach (var (name, operation, json) in WithBody())
        {
            var body = new LargestBody(document).Of(json.GetProperty("schema"));
            sizes.Add(name, body.Length);

            var answer = await Send(server, name, operation, body);

            Assert.That((answer.Status, answer.Code), Is.Not.EqualTo((HttpStatusCode.RequestEntityTooLarge, "content-too-large")), name);
            Assert.That(answer.Code, Is.Not.AnyOf("malformed-json", "unknown-field", "missing-field"), name);
        }

        var largest = sizes.MaxBy(size => size.Value);
        Assert.That(largest.Value, Is.LessThanOrEqualTo(HttpSettings.LargestRequest), largest.Key);
        Assert.That(largest.Value, Is.GreaterThan(HttpSettings.LargestRequest * 3 / 4), $"the limit is that of {largest.Key}");
        Assert.That(sizes, Has.Count.GreaterThan(20));
    }

    /// <summary>A value that no state makes right is told before the database is asked whether there is such a resource.</summary>
    [Test]
    public async Task What_is_wrong_with_a_body_by_itself_is_told_before_what_is_not_there()
    {
        List<string> told = [], expected = [];
        foreach (var (name, operation, json) in WithBody())
        {
            var example = JsonNode.Parse(json.GetProperty("example").GetRawText())!;
            foreach (var pointer in TextsOf(json.GetProperty("schema"), example, "").ToList())
            {
                var answer = await Send(app, name, operation, With(example, pointer, "").ToJsonString());
                expected.Add($"{name}: validation-failed at {pointer}");
                var places = answer.Json.TryGetProperty("errors", out var errors)
                    ? errors.EnumerateObject().Select(error => error.Name).Where(place => place == pointer) : [];
                told.Add($"{name}: {answer.Code} at {string.Concat(places)}");
            }
        }

        Assert.That(told, Is.EqualTo(expected));
        Assert.That(expected, Has.Count.GreaterThan(50));
    }

    IEnumerable<(string Name, JsonElement Operation, JsonElement Json)> WithBody() =>
        from operation in Operations()
        where operation.Value.TryGetProperty("requestBody", out _)
        from media in operation.Value.GetProperty("requestBody").GetProperty("content").EnumerateObject()
        where media.Name.EndsWith("json", StringComparison.Ordinal)
        select (operation.Name, operation.Value, media.Value);

    static Task<Answer> Send(GrantsApp server, string name, JsonElement operation, string body)
    {
        var (method, template) = name.Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(name);
        var path = string.Join('/', template.Split('/').Select(part => part is ['{', ..] ? Nowhere : part));
        string[] roles = [.. operation.GetProperty("x-roles").EnumerateArray().Select(role => role.GetString()!)];
        var person = server.Person("body", roles, "05512000");
        return method is "PUT" ? person.Put(path, body, "\"1\"")
            : method is "PATCH" ? person.Patch(path, body, "\"1\"")
            : person.Post(path, body, "\"1\"", $"body-{body.Length}-{name.Length}");
    }

    /// <summary>The places of the texts in an example that must not be empty.</summary>
    IEnumerable<string> TextsOf(JsonElement schema, JsonNode? example, string pointer)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
        switch (example)
        {
            case JsonObject members when schema.TryGetProperty("properties", out var properties):
                return members.SelectMany(member => TextsOf(properties.GetProperty(member.Key), member.Value, $"{pointer}/{member.Key}"));
            case JsonArray { Count: > 0 } items:
                return TextsOf(schema.GetProperty("items"), items[^1], $"{pointer}/{items.Count - 1}");
            case JsonValue text when text.GetValueKind() is JsonValueKind.String && schema.TryGetProperty("minLength", out _):
                return [pointer];
            default:
                return [];
        }
    }

    /// <summary>The example with another value at one place.</summary>
    static JsonNode With(JsonNode example, string pointer, string value)
    {
        var copy = example.DeepClone();
        var parts = pointer.Split('/')[1..];
        var parent = parts.SkipLast(1).Aggregate(copy, (node, part) =>
            node is JsonArray items ? items[int.Parse(part, CultureInfo.InvariantCulture)]! : node[part]!);
        if (parent is JsonArray list)
            list[int.Parse(parts[^1], CultureInfo.InvariantCulture)] = value;
        else
            parent[parts[^1]] = value;
        return copy;
    }
}
