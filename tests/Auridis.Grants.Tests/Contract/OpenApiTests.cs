using System.Text.Json;
using Auridis.Grants.Api.Features.ExportRuns;
using FluentValidation;

namespace Auridis.Grants.Tests.Contract;

/// <summary>The document that clients are made from says all that it must, and the repository has it as it is served.</summary>
public sealed class OpenApiTests : ContractFixture
{
    static readonly string[] Texts = ["operationId", "summary", "description"];

    [Test]
    public async Task The_committed_document_is_the_served_one()
    {
        var file = Path.Combine(Repository.Folder, "openapi.yaml");
        var served = (await app.With(null).Get("/swagger/v1/swagger.yaml")).Succeeded().Text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, served);

        var committed = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        var (line, ours, theirs) = FirstDifference(committed, served);

        Assert.That(committed == served, Is.True, $"""
            openapi.yaml is not what the server serves; the first difference is in line {line}:
              committed: {ours}
              served:    {theirs}
            If the contract is meant to change, write the new document with
              UPDATE_OPENAPI=1 dotnet test tests/Auridis.Grants.Tests --filter Name={nameof(The_committed_document_is_the_served_one)}
            and commit it with the change.
            """);
    }

    [Test]
    public void Every_operation_is_described()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, operation) in Operations())
            {
                foreach (var text in Texts)
                    Assert.That(operation.TryGetProperty(text, out var value) && value.GetString() is { Length: > 0 }, Is.True,
                        $"{name} has no {text}");
                Assert.That(operation.GetProperty("tags").GetArrayLength(), Is.EqualTo(1), $"{name} belongs to one group");
                foreach (var parameter in Items(operation, "parameters").Where(parameter => !parameter.TryGetProperty("$ref", out _)))
                    Assert.That(parameter.TryGetProperty("description", out _), Is.True,
                        $"{name}: the parameter '{parameter.GetProperty("name")}' has no description");
            }
        });
    }

    [Test]
    public void Every_field_is_described()
    {
        var silent = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .SelectMany(schema => Members(schema.Value, "properties"), (schema, field) =>
                (Name: $"{schema.Name}.{field.Name}", field.Value))
            .Where(field => !field.Value.TryGetProperty("description", out var text) || text.GetString() is null or "")
            .Select(field => field.Name);

        Assert.That(silent, Is.Empty, "a <param> text in the record's XML documentation becomes the field's description");
    }

    [Test]
    public void Every_group_is_described()
    {
        var described = document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToList();
        var used = Operations().SelectMany(operation => operation.Value.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()))
            .Distinct(StringComparer.Ordinal);

        Assert.That(used, Is.SubsetOf(described), "Introduction.cs describes the groups");
    }

    [Test]
    public void A_success_that_answers_another_resource_than_it_makes_says_so()
    {
        var operations = Operations().ToDictionary(operation => operation.Value.GetProperty("operationId").GetString()!,
            operation => operation.Value, StringComparer.Ordinal);
        string Made(string name) => operations[name].GetProperty("responses").GetProperty("201").GetProperty("description").GetString()!;

        Assert.That(Made("createProgramme"), Is.EqualTo("Created. The body is the new resource."));
        Assert.That(Made("recordRepayment"), Does.StartWith("Recorded. The body is the claim as it is now"));
        Assert.That(Made("addReceipts"), Does.StartWith("Added. The body is the report as it is now"));
    }

    [Test]
    public void The_columns_of_an_export_are_listed_in_their_order()
    {
        var file = Operations().Single(operation => operation.Value.GetProperty("operationId").GetString() == "getExportFile").Value;
        var columns = file.GetProperty("description").GetString()!.Split('\n')
            .Where(line => line.StartsWith("- `", StringComparison.Ordinal))
            .SelectMany(line => line[2..line.IndexOf(':', StringComparison.Ordinal)].Split(", ").Select(name => name.Trim('`')));

        Assert.That(columns, Is.EqualTo(CsvFile.Header));
    }

    [Test]
    public void An_operation_says_who_may_call_it()
    {
        var draw = Operations().Single(operation => operation.Value.GetProperty("operationId").GetString() == "enterLot").Value;
        Assert.That(draw.GetProperty("x-roles").EnumerateArray().Select(role => role.GetString()), Is.EqualTo(["decider"]));
        Assert.That(draw.GetProperty("x-person-required").GetBoolean(), Is.True);
        Assert.That(draw.GetProperty("description").GetString(), Does.EndWith("Roles: `decider`; only a person, not a machine."));
    }

    [Test]
    public async Task The_document_is_made_once_and_sent_when_it_is_new([Values("json", "yaml")] string format)
    {
        var first = (await app.With(null).Get("/swagger/v1/swagger." + format)).Succeeded();
        var again = await app.With(null).Get("/swagger/v1/swagger." + format, first.ETag);
        Assert.That((again.Status, again.Bytes.Length, first.ETag), Is.EqualTo((System.Net.HttpStatusCode.NotModified, 0, again.ETag)));
    }

    [Test]
    public async Task The_document_is_compressed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/swagger/v1/swagger.yaml");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        using var response = await app.With(null).Http.SendAsync(request);
        Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(["br"]));
    }

    static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var child) ? child.EnumerateArray() : default;

    static (int Line, string Ours, string Theirs) FirstDifference(string committed, string served)
    {
        var (ours, theirs) = (committed.Split('\n'), served.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(ours.Length, theirs.Length))
            .FirstOrDefault(i => ours.ElementAtOrDefault(i) != theirs.ElementAtOrDefault(i));
        return (line + 1, ours.ElementAtOrDefault(line) ?? "(end)", theirs.ElementAtOrDefault(line) ?? "(end)");
    }
}
