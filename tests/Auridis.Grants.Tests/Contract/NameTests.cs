using System.Text.Json;

namespace Auridis.Grants.Tests.Contract;

/// <summary>One thing has one name, and one name means one thing: whoever knows one resource can read the others.</summary>
public sealed class NameTests : ContractFixture
{
    /// <summary>Dates that are a range's, a period's or a day's own, not that of an event.</summary>
    static readonly string[] OtherDates =
    [
        "acceptBy", "asOf", "deferredUntil", "finalFrom", "from", "knownSince", "mendBy", "on", "postedFrom", "postedTo", "replyBy",
        "since", "to", "today", "until", "validFrom",
    ];

    /// <summary>Times that are not those of a resource: the business clock, and where a reader of changes goes on.</summary>
    static readonly string[] OtherTimes = ["changedUntil", "now"];

    /// <summary>
    /// Names that two things have, because people call them so: the status of HTTP is a number; accounts and receipts are numbered by
    /// others, in digits or letters; a range of events, of the audit trail, is one of numbers; the amount of an amount is its figure; the
    /// checks of health are not those of a programme; reviewers give points, and a return has points to mend; a programme has a remedy that
    /// is open, an office one that it has filed; the plan of an award is all of it, that of a line a sum; a programme has a form of
    /// statements, a report its own one; a sample names the lines that others have; a report has files of its own
    /// kind; and what is held back is in whole percent, a rate of interest has decimals.
    /// </summary>
    static readonly string[] Homonyms =
    [
        "amount", "attachment", "by", "checks", "from", "lines", "number", "percent", "plan", "points", "remedy", "statement", "status",
        "to",
    ];

    /// <summary>Parts of an answer that name a resource by its id.</summary>
    static readonly string[] Parts = ["PaidAccount", "RankedApplication", "UnrankedApplication"];

    [Test]
    public void Business_days_end_in_On_and_real_times_in_At() => Assert.Multiple(() =>
    {
        Assert.That(
            Fields().Where(field => FormatOf(field.Value) is "date" && !OtherDates.Contains(field.Name)).Select(field => field.Name),
            Is.Not.Empty.And.All.EndsWith("On"));
        Assert.That(
            Fields().Where(field => FormatOf(field.Value) is "date-time" && !OtherTimes.Contains(field.Name)).Select(field => field.Name),
            Is.Not.Empty.And.All.EndsWith("At"));
    });

    /// <summary>A class of constants is what the document names, and holds nothing else.</summary>
    [Test]
    public void A_value_of_an_enumeration_is_a_word() => Assert.That(
        document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Value)
            .Where(schema => schema.TryGetProperty("enum", out _))
            .SelectMany(schema => schema.GetProperty("enum").EnumerateArray())
            .Where(value => value.ValueKind == JsonValueKind.String)
            .Select(value => value.GetString()),
        Is.Not.Empty.And.All.Match("^[A-Za-z0-9.-]+$"));

    [Test]
    public void A_name_has_one_type()
    {
        var ambiguous = Fields()
            .GroupBy(field => field.Name, StringComparer.Ordinal)
            .Select(name => (Name: name.Key, Types: name.Select(field => TypeOf(field.Value)).Distinct(StringComparer.Ordinal).ToList()))
            .Where(name => name.Types.Count > 1)
            .ToList();

        Assert.That(ambiguous.Select(name => $"{name.Name}: {string.Join(" and ", name.Types)}")
            .Where(name => !Homonyms.Contains(name.Split(':')[0])), Is.Empty);
        Assert.That(Homonyms, Is.SubsetOf(ambiguous.Select(name => name.Name)), "no longer two things");
    }

    [Test]
    public void Whatever_has_an_id_says_when_it_was_made_and_what_can_change_when_it_did()
    {
        var schemas = Fields().ToLookup(field => field.Schema, field => field.Name, StringComparer.Ordinal)
            .Where(schema => schema.Contains("id", StringComparer.Ordinal) && !Parts.Contains(schema.Key))
            .ToList();

        Assert.That(schemas, Has.Count.GreaterThan(10));
        Assert.That(schemas.Where(schema => !schema.Contains("createdAt", StringComparer.Ordinal)).Select(schema => schema.Key), Is.Empty);
        Assert.That(schemas.Where(schema => !schema.Contains("updatedAt", StringComparer.Ordinal)).Select(schema => schema.Key),
            Is.EquivalentTo(["Attachment", "ReportAttachment"]), "files never change");
    }

    IEnumerable<(string Schema, string Name, JsonElement Value)> Fields() =>
        document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .SelectMany(schema => Members(schema.Value, "properties"), (schema, field) => (schema.Name, field.Name, field.Value));

    /// <summary>Of a value or of what it is when it is not null.</summary>
    JsonElement Plain(JsonElement schema) =>
        schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices)
            ? choices.EnumerateArray().First(choice => choice.TryGetProperty("$ref", out _))
            : schema;

    string? FormatOf(JsonElement schema) => Plain(schema).TryGetProperty("format", out var format) ? format.GetString() : null;

    /// <summary>The type that a reader needs to know, null left out.</summary>
    string TypeOf(JsonElement schema)
    {
        var plain = Plain(schema);
        if (plain.TryGetProperty("$ref", out var reference))
        {
            var target = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]);
            return target.TryGetProperty("enum", out _) ? "string" : reference.GetString()!.Split('/')[^1];
        }
        if (!plain.TryGetProperty("type", out var type))
            return "any";
        var name = type.ValueKind is JsonValueKind.String
            ? type.GetString()!
            : type.EnumerateArray().Select(one => one.GetString()!).First(one => one is not "null");
        if (name is not "array")
            return FormatOf(plain) is { } format and not "uri" ? $"{name} {format}" : name;
        // A list of things has a name of its own in each document: the lines of a plan, of a statement and of a sheet.
        return plain.GetProperty("items").TryGetProperty("$ref", out _) ? "array" : $"array of {TypeOf(plain.GetProperty("items"))}";
    }
}
