using System.Reflection;
using System.Text.RegularExpressions;
using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Tests.Unit;

/// <summary>Arrows point one way: routes → features → ledger and audit trail → database, HTTP, security.</summary>
[TestFixture]
public sealed partial class ArchitectureTests
{
    const string Root = "Auridis.Grants.Api";

    static readonly Type[] Types = [.. typeof(IEndpoint).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true && Il.Outermost(type).Name[0] != '<')];

    /// <summary>What slices stand on. These folders know each other, and nothing else.</summary>
    static readonly string[] Foundation = ["Observability", "Database", "Http", "Security", "Auditing"];

    /// <summary>What all features use: the business clock and the journal. They stand on the foundation.</summary>
    static readonly string[] Middle = ["Clock", "Ledger"];

    /// <summary>What puts the parts together or shows them; nothing may use it.</summary>
    static readonly string[] Top = ["OpenApi", "Demo"];

    /// <summary>Which feature knows which other. A new arrow is a decision: it is made here.</summary>
    static readonly Dictionary<string, string[]> Features = new(StringComparer.Ordinal)
    {
        ["YouthOffices"] = [],
        ["Programmes"] = [],
        ["Applications"] = ["Programmes", "YouthOffices", "Reviews"],
        ["Reviews"] = ["Programmes", "Applications"],
        ["Selections"] = ["Programmes", "Applications", "Awards"],
        ["Awards"] = ["Programmes", "Applications", "SpendingReports"],
        ["Disbursements"] = ["Programmes", "Awards", "YouthOffices", "Repayments"],
        ["SpendingReports"] = ["Programmes", "Applications", "Awards", "Repayments"],
        ["Repayments"] = ["Awards"],
        ["Exports"] = [],
    };

    /// <summary>Tables that a feature changes although they are another's, always as part of its own step, and why.</summary>
    static readonly HashSet<(string Folder, string Table)> SharedTables =
    [
        // The gap-free number of an application is the programme's counter.
        ("Applications", "Programme"),
    ];

    [Test]
    public void The_foundation_knows_no_feature() => Forbid(arrow => Foundation.Contains(arrow.From) && !Foundation.Contains(arrow.To));

    [Test]
    public void The_clock_and_the_journal_know_no_feature() =>
        Forbid(arrow => Middle.Contains(arrow.From) && !Foundation.Contains(arrow.To) && !Middle.Contains(arrow.To));

    [Test]
    public void Features_know_each_other_only_where_it_is_written_down() => Forbid(arrow =>
        !Foundation.Contains(arrow.From) && !Middle.Contains(arrow.From) && !Top.Contains(arrow.From)
        && !Foundation.Contains(arrow.To) && !Middle.Contains(arrow.To)
        && !(Features.TryGetValue(arrow.From, out var known) && known.Contains(arrow.To)));

    [Test]
    public void A_table_is_changed_in_one_folder()
    {
        var changes = Types
            .SelectMany(type => Il.TextsOf(type).SelectMany(text => ChangeOfTable().Matches(text)), (type, match) => (Folder: FolderOf(type), Table: match.Groups["table"].Value))
            .Where(change => change.Folder is not "" && !SharedTables.Contains(change))
            .Distinct()
            .GroupBy(change => change.Table, change => change.Folder, StringComparer.Ordinal)
            .ToList();

        Assert.That(changes.Select(table => table.Key), Has.Member("Programme").And.Member("AuditEvent"));
        Assert.That(changes.Where(table => table.Count() > 1).Select(table => $"{table.Key} is changed in {string.Join(" and in ", table)}"), Is.Empty);
    }

    [Test]
    public void Every_slice_is_a_route()
    {
        var slices = Types.Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IEndpoint)));
        var mapped = Types.Where(type => Il.Outermost(type).Name is "Endpoints").SelectMany(Il.TypesUsedBy).ToHashSet();

        Assert.That(slices.Except(mapped).Select(type => type.FullName), Is.Empty);
    }

    [Test]
    public void A_slice_is_all_in_one_file_that_ends_with_its_SQL()
    {
        var slices = Types.Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(IEndpoint))).ToList();
        var misplaced = slices.Where(type => type is not { IsSealed: true, IsNested: false, BaseType: { } @base } || @base != typeof(object));
        Assert.That(misplaced.Select(type => type.FullName), Is.Empty, "slices are sealed, stand alone and have no base class");

        var order = PartOfSlice().GetGroupNames()[1..];
        List<string> wrong = [];
        foreach (var slice in slices)
        {
            var source = File.ReadAllText(Path.Combine([Repository.Folder, "src", Root, .. slice.Namespace![(Root.Length + 1)..].Split('.'), slice.Name + ".cs"]));
            // Other types in the file, as a resource's states, stand behind the slice.
            var body = source[source.IndexOf($"class {slice.Name} ", StringComparison.Ordinal)..];
            var end = body.IndexOf("\n}", StringComparison.Ordinal);
            var parts = PartOfSlice().Matches(body[..end]).Select(match => Array.FindIndex(order, name => match.Groups[name].Success)).ToList();
            if (!parts.SequenceEqual(parts.Order()) || !parts.Contains(Array.IndexOf(order, "Map")))
                wrong.Add($"{slice.Name}: {string.Join(", ", parts.Select(part => order[part]))}");
        }
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void No_number_of_the_product_is_a_floating_point_number()
    {
        const BindingFlags everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Type[] floating = [typeof(double), typeof(float), typeof(Half), typeof(double?), typeof(float?), typeof(Half?)];
        var found = Types
            // Durations of the metrics, and the weights of an Accept header, are no amounts.
            .Where(type => FolderOf(type) is not "Observability" && Il.Outermost(type).Name is not "GetProblem")
            .SelectMany(type => type.GetFields(everything).Where(field => floating.Contains(field.FieldType)).Select(field => $"{type.FullName}.{field.Name}")
                .Concat(type.GetProperties(everything).Where(property => floating.Contains(property.PropertyType)).Select(property => $"{type.FullName}.{property.Name}"))
                .Concat(type.GetMethods(everything).Where(method => floating.Contains(method.ReturnType) || method.GetParameters().Any(parameter => floating.Contains(parameter.ParameterType)))
                    .Select(method => $"{type.FullName}.{method.Name}()")));

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void Nothing_is_named_after_a_pattern()
    {
        var wrong = Types.Where(type => !type.IsNested && PatternName().IsMatch(type.Name)).Select(type => type.FullName);

        Assert.That(wrong, Is.Empty);
    }

    static void Forbid(Func<(string From, string To, string Text), bool> arrows) =>
        Assert.That(Arrows().Where(arrows).Select(arrow => arrow.Text), Is.Empty);

    /// <summary>Each use of one folder's types by another's.</summary>
    static List<(string From, string To, string Text)> Arrows() => [.. Types
        .SelectMany(Il.TypesUsedBy, (from, to) => (From: Il.Outermost(from), To: Il.Outermost(to)))
        .Where(use => use.To.Assembly == use.From.Assembly && use.To.Name[0] != '<')
        .Select(use => (From: FolderOf(use.From), To: FolderOf(use.To), Text: $"{use.From.FullName} → {use.To.FullName}"))
        // What stands in no folder puts the parts together; and an exception for the operator may come from anywhere.
        .Where(arrow => arrow.From != arrow.To && arrow.From is not "" && arrow.To is not "")
        .Distinct()];

    /// <summary>The folder below the project: the part of the namespace behind the product's name.</summary>
    static string FolderOf(Type type) => Il.Outermost(type).Namespace is { Length: > 19 } name ? name[(Root.Length + 1)..].Split('.')[0] : "";

    [GeneratedRegex(@"\b(insert into|update|delete from)\s+(?<table>[A-Z]\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ChangeOfTable();

    /// <summary>The members of a slice: each is one of its parts, in the order of the groups.</summary>
    [GeneratedRegex("""
        ^[ ]{4}(
            (?<Request>public[ ](sealed[ ])?record[ ]Request\b)
          | (?<Response>public[ ]sealed[ ]record[ ])
          | (?<Validator>public[ ]sealed[ ]class[ ]Validator\b)
          | (?<Map>public[ ]static[ ]void[ ]Map\()
          | (?<Handle>(public[ ]|internal[ ])?static[ ](?!readonly).+[ ]\w+\()
          | (?<SQL>(public[ ])?const[ ]string[ ])
          | (?<Row>sealed[ ](class|record)[ ]))
        """, RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartOfSlice();

    [GeneratedRegex("(Manager|Helper|Helpers|Common|Utils|Util|Service|Services|Repository|Mapper|Factory|Base)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PatternName();
}
