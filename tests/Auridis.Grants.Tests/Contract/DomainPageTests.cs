using System.Text.Json;
using System.Text.RegularExpressions;

namespace Auridis.Grants.Tests.Contract;

/// <summary>docs/domain.md tells of roles, four eyes and excluded persons what the document says.</summary>
public sealed partial class DomainPageTests : ContractFixture
{
    static readonly string Page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "domain.md"));

    [Test]
    public void Every_change_stands_once_among_the_roles_with_its_roles()
    {
        var rows = Rows(Section("Roles")).SkipWhile(row => row[0] != "operations")
            .SelectMany(row => Names(row[0]).Select(name => (name, row))).ToList();

        Assert.That(rows.Select(row => row.name), Is.Unique.And.SupersetOf(Changes().Select(Id)));
        Assert.Multiple(() =>
        {
            foreach (var (name, row) in rows)
            {
                var operation = Operations().Select(entry => entry.Value).Single(value => Id(value) == name);
                string[] told = row[1] == "all" ? [.. Role.All] : Words(row[1]);
                Assert.That(told, Is.EquivalentTo(Strings(operation, "x-roles")), name);
                Assert.That(row[2], Is.EqualTo(operation.GetProperty("x-person-required").GetBoolean() ? "yes" : "no"), name);
            }
        });
    }

    [Test]
    public void Every_step_of_four_eyes_is_told_with_whom_it_is_not_for() => Assert.That(
        Rows(Section("Persons and machines, four eyes")).SelectMany(row => Names(row[0])),
        Is.EquivalentTo(Refusing("four-eyes")));

    [Test]
    public void Every_step_that_acting_for_an_office_excludes_from_is_told() => Assert.That(
        Section("Excluded persons").Split("\n\n")[2].Split('\n').SelectMany(Names),
        Is.EquivalentTo(Refusing("decider-conflicted")));

    [Test]
    public void Every_operation_that_is_named_exists() => Assert.That(
        Names(Page).Where(name => Verb().IsMatch(name)).Except(Operations().Select(entry => Id(entry.Value)), StringComparer.Ordinal),
        Is.Empty);

    /// <summary>What stands below a heading, to the next one.</summary>
    static string Section(string heading) =>
        Page.Split("\n## ").Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));

    /// <summary>The cells of its tables, without what stands in brackets.</summary>
    static IEnumerable<string[]> Rows(string section) => section.Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => Bracketed().Replace(line, "").Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));

    static IEnumerable<string> Names(string text) => Code().Matches(text).Select(match => match.Groups["name"].Value);

    static string[] Words(string cell) => cell.Split(',', StringSplitOptions.TrimEntries);

    IEnumerable<JsonElement> Changes() =>
        from entry in Operations()
        where !entry.Name.StartsWith("GET ", StringComparison.Ordinal)
        select entry.Value;

    IEnumerable<string> Refusing(string code) =>
        from entry in Operations()
        where Members(entry.Value, "responses")
            .SelectMany(response => Members(response.Value, "content"))
            .SelectMany(content => Members(content.Value, "examples"))
            .Any(example => example.Name == code)
        select Id(entry.Value);

    static string Id(JsonElement operation) => operation.GetProperty("operationId").GetString()!;

    static IEnumerable<string> Strings(JsonElement operation, string name) =>
        operation.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Code();

    [GeneratedRegex(@" \([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Bracketed();

    // What else is named in this way is a field.
    [GeneratedRegex("^(create|edit|patch|add|delete|submit|propose|confirm|refuse|record|withdraw|get|list)[A-Z]",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Verb();
}
