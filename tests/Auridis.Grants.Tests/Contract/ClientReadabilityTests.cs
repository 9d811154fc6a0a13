using System.Text.Json;

namespace Auridis.Grants.Tests.Contract;

/// <summary>What generators of clients can read: each of these was a client that did not compile, or could not ask.</summary>
public sealed class ClientReadabilityTests : ContractFixture
{
    [Test]
    public void What_may_be_null_says_so_last()
    {
        var lists = Everywhere(document)
            .Where(node => node.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.Array)
            .Select(node => node.GetProperty("type").EnumerateArray().Select(type => type.GetString()).ToList()).ToList();
        var choices = Everywhere(document)
            .Where(node => node.TryGetProperty("oneOf", out var choices) && choices.ValueKind is JsonValueKind.Array)
            .Select(node => node.GetProperty("oneOf").EnumerateArray().ToList()).ToList();

        Assert.That(lists, Is.Not.Empty.And.All.Matches<List<string?>>(types => types![^1] is "null"));
        Assert.That(choices, Is.Not.Empty.And.All.Matches<List<JsonElement>>(parts =>
            parts is [var reference, var isNull] && reference.TryGetProperty("$ref", out _)
            && isNull.GetProperty("type").GetString() is "null"));
        Assert.That(Everywhere(document).Where(node => node.TryGetProperty("anyOf", out _)), Is.Empty);
    }

    /// <summary>Some clients cannot send null, and leave the member out.</summary>
    [Test]
    public void Whatever_may_be_null_in_a_request_may_be_left_out()
    {
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, operation) in Operations().Where(operation => operation.Value.TryGetProperty("requestBody", out _)))
            Collect(operation.GetProperty("requestBody"), sent);

        var demanded = sent.SelectMany(name => Members(Schema(name), "properties")
            .Where(member => MayBeNull(member.Value) && Texts(Schema(name), "required").Contains(member.Name))
            .Select(member => $"{name}.{member.Name}"));

        Assert.That(sent, Has.Count.GreaterThan(30));
        Assert.That(demanded, Is.Empty);
    }

    [Test]
    public void Every_enumeration_has_a_name_and_says_that_it_may_grow()
    {
        var schemas = document.GetProperty("components").GetProperty("schemas").EnumerateObject().ToList();
        var named = schemas.Where(schema => schema.Value.TryGetProperty("enum", out _)).ToList();
        var inline = schemas.SelectMany(schema => Everywhere(schema.Value).Skip(1).Where(IsEnum), (schema, _) => schema.Name).ToList();

        Assert.That(inline, Is.EqualTo(["Money"]), "the one currency");
        Assert.That(named.Select(schema => schema.Name), Does.Contain("ApplicationStatus").And.Contain("AuditAction")
            .And.Contain("JournalEvent").And.Contain("HealthStatus"));
        Assert.Multiple(() =>
        {
            foreach (var schema in named.Where(schema => schema.Name is not "HealthStatus"))
                Assert.That(Texts(schema.Value, "x-extensible-enum"), Is.EqualTo(Texts(schema.Value, "enum")), schema.Name);
        });
    }

    [Test]
    public void Every_body_of_an_answer_has_a_name()
    {
        var nameless = Operations().SelectMany(operation => operation.Value.GetProperty("responses").EnumerateObject()
                .SelectMany(response => Members(response.Value, "content")), (operation, media) => (operation.Name, Media: media))
            .Where(body => body.Media.Name.EndsWith("json", StringComparison.Ordinal)
                && !body.Media.Value.GetProperty("schema").TryGetProperty("$ref", out _))
            .Select(body => body.Name);

        Assert.That(nameless, Is.Empty);
    }

    [Test]
    public void A_file_is_the_one_success_of_its_operation()
    {
        var download = Operations().Single(operation => operation.Value.GetProperty("operationId").GetString() is "getExportFile").Value;

        Assert.That(download.GetProperty("responses").EnumerateObject().Select(response => response.Name)
            .Where(status => status[0] is '2' or '3'), Is.EqualTo(["200"]));
    }

    [Test]
    public void The_detail_of_a_problem_is_the_message_of_an_exception() =>
        Assert.That(Schema("Problem").GetProperty("properties").EnumerateObject()
            .Where(member => member.Value.TryGetProperty("x-ms-primary-error-message", out var primary) && primary.GetBoolean())
            .Select(member => member.Name), Is.EqualTo(["detail"]));

    JsonElement Schema(string name) => document.GetProperty("components").GetProperty("schemas").GetProperty(name);

    /// <summary>The schemas that a part of the document refers to, and those that they refer to.</summary>
    void Collect(JsonElement part, HashSet<string> found)
    {
        foreach (var node in Everywhere(part))
        {
            if (node.TryGetProperty("$ref", out var reference) && reference.GetString()!.Split('/') is [.., "schemas", var name]
                && found.Add(name))
                Collect(Schema(name), found);
        }
    }

    static bool MayBeNull(JsonElement schema) =>
        (schema.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.Array) || schema.TryGetProperty("oneOf", out _);

    static List<string?> Texts(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(text => text.GetString())] : [];

    static bool IsEnum(JsonElement node) => node.TryGetProperty("enum", out var values) && values.ValueKind is JsonValueKind.Array;

    /// <summary>All objects in a part of the document, itself first; examples are what the API sends, and left out.</summary>
    static IEnumerable<JsonElement> Everywhere(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject()
            .Where(member => member.Name is not ("example" or "examples"))
            .SelectMany(member => Everywhere(member.Value)).Prepend(part),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Everywhere),
        _ => [],
    };
}
