using System.Text.Json;
using System.Text.Json.Nodes;
using Auridis.Grants.Api.Features.Applications;
using FsCheck;
using FsCheck.Fluent;

namespace Auridis.Grants.Tests.Features.Applications;

public sealed class JsonDifferenceTests
{
    [TestCase("""{"a":1}""", """{"a":1}""", "")]
    [TestCase("""{"a":1,"b":2}""", """{"b":2,"a":1}""", "")]
    [TestCase("""{"a":1}""", """{"a":1.0}""", "")]
    [TestCase("""{"a":1}""", """{"a":2}""", "/a")]
    [TestCase("""{"a":1}""", """{"b":1}""", "/a /b")]
    [TestCase("""{"a":[1,2,3]}""", """{"a":[1]}""", "/a/2 /a/1")]
    [TestCase("""{"a":[1]}""", """{"a":[1,2,3]}""", "/a/1 /a/2")]
    [TestCase("""{"a":[{"b":1},{"b":2}]}""", """{"a":[{"b":1},{"b":3}]}""", "/a/1/b")]
    [TestCase("""{"a/b":{"c~d":1}}""", """{"a/b":{"c~d":2}}""", "/a~1b/c~0d")]
    [TestCase("""{"a":{"b":1}}""", """{"a":7}""", "/a")]
    public void Each_member_that_differs_is_named_once(string from, string to, string pointers) =>
        Assert.That(string.Join(' ', JsonDifference.Of(Parse(from), Parse(to)).Select(change => change.Pointer)), Is.EqualTo(pointers));

    [Test]
    public void Applied_to_the_earlier_document_the_changes_make_the_later_one() =>
        Prop.ForAll(Documents.ToArbitrary(), Documents.ToArbitrary(), (from, to) =>
        {
            var applied = JsonNode.Parse(from.ToJsonString())!;
            foreach (var change in JsonDifference.Of(Parse(from.ToJsonString()), Parse(to.ToJsonString())))
                Apply(applied, change);
            return JsonNode.DeepEquals(applied, to);
        }).QuickCheckThrowOnFailure();

    static void Apply(JsonNode document, MemberChange change)
    {
        var parts = change.Pointer.Split('/')[1..];
        var parent = parts.SkipLast(1).Aggregate(document, (node, part) => node is JsonArray items ? items[Index(part)]! : node[part]!);
        var value = change.To is { } to ? JsonNode.Parse(to.GetRawText()) : null;
        switch (parent)
        {
            case JsonArray items when change.To is null:
                items.RemoveAt(Index(parts[^1]));
                break;
            case JsonArray items when Index(parts[^1]) == items.Count:
                items.Add(value);
                break;
            case JsonArray items:
                items[Index(parts[^1])] = value;
                break;
            default:
                if (change.To is null)
                    parent.AsObject().Remove(parts[^1]);
                else
                    parent[parts[^1]] = value;
                break;
        }
    }

    static int Index(string part) => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);

    static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    static readonly Gen<JsonNode> Values = Gen.Choose(0, 3).Select(number => (JsonNode)JsonValue.Create(number));

    /// <summary>Objects with up to three members, which are numbers, lists of them, or objects again.</summary>
    static readonly Gen<JsonNode> Documents = Node(3);

    static Gen<JsonNode> Node(int depth)
    {
        var lists = Gen.ListOf(Values).Select(items => (JsonNode)new JsonArray([.. items.Select(item => item.DeepClone())]));
        var part = depth == 0 ? Values : Gen.OneOf(Values, lists, Node(depth - 1));
        return Gen.ListOf(Gen.Elements("a", "b", "c").Zip(part)).Select(members =>
        {
            var made = new JsonObject();
            foreach (var (name, value) in members)
                made[name] = value.DeepClone();
            return (JsonNode)made;
        });
    }
}
