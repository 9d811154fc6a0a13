using System.Reflection;
using System.Text.RegularExpressions;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Tests.Platform;

/// <summary>Arrows point one way: endpoints → features → ledger → values and platform; platform → values.</summary>
[TestFixture]
public sealed partial class ArchitectureTests
{
    const string Root = "Auridis.Grants.Api";

    static readonly Type[] Types = [.. typeof(Slices).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true && Il.Outermost(type).Name[0] != '<')];

    /// <summary>What the folders of the platform know of each other, from the ground up. None knows one that stands below it.</summary>
    static readonly string[] Platform =
        ["Values", "", "Html", "Observability", "Csv", "Database", "Deadlines", "Security", "Agenda", "Http", "Auditing", "OpenApi"];

    /// <summary>Which feature knows which other. A new arrow is a decision: it is made here.</summary>
    static readonly Dictionary<string, string[]> Features = new(StringComparer.Ordinal)
    {
        ["YouthOffices"] = ["Programmes"],
        ["Programmes"] = ["YouthOffices", "Applications"],
        ["Applications"] = ["Programmes", "YouthOffices", "Reviews", "Letters", "Awards"],
        ["Reviews"] = ["Programmes", "Applications", "YouthOffices"],
        ["Selections"] = ["Programmes", "Applications", "Awards", "YouthOffices", "Letters", "Notes"],
        ["Notes"] = ["YouthOffices"],
        ["Letters"] = ["Programmes", "Applications", "Awards", "YouthOffices"],
        ["Awards"] = ["Programmes", "Applications", "SpendingReports", "YouthOffices", "Letters", "Disbursements", "Repayments"],
        ["Disbursements"] = ["Programmes", "Applications", "Awards", "YouthOffices", "Repayments", "FunderContributions"],
        ["SpendingReports"] = ["Programmes", "Applications", "Awards", "Letters", "Repayments", "YouthOffices"],
        ["Repayments"] = ["Awards", "Letters", "Programmes", "Applications", "YouthOffices"],
        ["BaseRates"] = [],
        ["Interest"] = ["BaseRates", "Awards", "Disbursements", "Letters", "Programmes", "Repayments", "YouthOffices"],
        ["FunderContributions"] = ["Programmes", "Awards", "YouthOffices"],
        ["Tasks"] = [],
        ["Ledger"] = [],
        ["ExportRuns"] = ["Programmes"],
        ["AuditTrail"] = [],
        ["ProblemPages"] = [],
        ["Clock"] = [],
    };

    /// <summary>Tables that a feature changes although they are another's, always as part of its own step, and why.</summary>
    static readonly HashSet<(string Folder, string Table)> SharedTables =
    [
        // The gap-free number of an application is the programme's counter.
        ("Applications", "Programme"),
        // To cancel a programme is to wait for whoever holds one of its applications; none is changed.
        ("Programmes", "Application"),
    ];

    /// <summary>Tables of a feature that the platform reads, and why.</summary>
    static readonly HashSet<(string Type, string Table)> ReadByPlatform =
    [
        // Who develops chooses whom to act as, and for which office.
        ("ChoosePerson", "YouthOffice"),
    ];

    [Test]
    public void The_platform_knows_no_feature() =>
        Forbid(arrow => arrow.From.Area is "Platform" && arrow.To.Area is not ("Platform" or "Values"));

    [Test]
    public void The_platform_has_no_circle() => Forbid(arrow =>
        arrow.From.Area is "Platform" && arrow.To.Area is "Platform"
            && Array.IndexOf(Platform, arrow.From.Folder) < Array.IndexOf(Platform, arrow.To.Folder));

    [Test]
    public void Every_folder_of_the_platform_has_its_place() =>
        Assert.That(Types.Select(FolderOf).Where(place => place.Area is "Platform").Select(place => place.Folder)
            .Distinct(StringComparer.Ordinal), Is.SubsetOf(Platform));

    [Test]
    public void Values_stand_on_nothing() => Forbid(arrow => arrow.From.Area is "Values");

    [Test]
    public void Features_know_each_other_only_where_it_is_written_down() => Forbid(arrow =>
        arrow.From.Area is "Features" && arrow.To.Area is not ("Platform" or "Values")
        && !(arrow.To is { Area: "Features", Folder: "Ledger" })
        && !(arrow.To.Area is "Features" && Features[arrow.From.Folder].Contains(arrow.To.Folder)));

    [Test]
    public void A_table_is_changed_in_one_folder()
    {
        var changes = Types
            .SelectMany(type => Il.TextsOf(type).SelectMany(text => ChangeOfTable().Matches(text)), (type, match) =>
                (FolderOf(type).Folder, Table: match.Groups["table"].Value))
            .Where(change => change.Folder is not "" && !SharedTables.Contains(change))
            .Distinct()
            .GroupBy(change => change.Table, change => change.Folder, StringComparer.Ordinal)
            .ToList();

        Assert.That(changes.Select(table => table.Key), Has.Member("Programme").And.Member("AuditEvent"));
        Assert.That(changes.Where(table => table.Count() > 1)
            .Select(table => $"{table.Key} is changed in {string.Join(" and in ", table)}"), Is.Empty);
    }

    [Test]
    public void The_platform_reads_no_table_of_a_feature()
    {
        var ofFeatures = Types.Where(type => FolderOf(type).Area is "Features")
            .SelectMany(type => Il.TextsOf(type).SelectMany(text => ChangeOfTable().Matches(text)))
            .Select(match => match.Groups["table"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var readByPlatform = Types.Where(type => FolderOf(type).Area is "Platform")
            .SelectMany(type => Il.TextsOf(type).SelectMany(text => UseOfTable().Matches(text)), (type, match) =>
                (Type: Il.Outermost(type).Name, Table: match.Groups["table"].Value))
            .Where(use => !ReadByPlatform.Contains(use))
            .ToList();

        Assert.That(ofFeatures, Has.Member("Application").And.Member("ConflictDeclaration"));
        Assert.That(readByPlatform.Select(use => use.Table), Has.Member("AuditHead"));
        Assert.That(readByPlatform.Where(use => ofFeatures.Contains(use.Table)).Select(use => $"{use.Type} reads {use.Table}"), Is.Empty);
    }

    [Test]
    public void Every_slice_is_a_route()
    {
        var slices = Types.Where(IsSlice);
        var mapped = Types.Where(type => Il.Outermost(type).Name is "Endpoints").SelectMany(Il.TypesUsedBy).ToHashSet();

        Assert.That(slices.Except(mapped).Select(type => type.FullName), Is.Empty);
    }

    [Test]
    public void A_slice_is_all_in_one_file_that_ends_with_its_SQL()
    {
        var slices = Types.Where(IsSlice).ToList();
        Assert.That(slices.Where(type => type is not { IsSealed: true, IsNested: false }).Select(type => type.FullName), Is.Empty,
            "slices are sealed, and stand alone");

        var order = PartOfSlice().GetGroupNames()[1..];
        List<string> wrong = [];
        foreach (var slice in slices)
        {
            var source = File.ReadAllText(Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src", Root, "Features"),
                slice.Name + ".cs", SearchOption.AllDirectories).Single());
            // Other types in the file, as a resource's states, stand behind the slice.
            var body = source[source.IndexOf($"class {slice.Name}", StringComparison.Ordinal)..];
            var end = body.IndexOf("\n}", StringComparison.Ordinal);
            var parts = PartOfSlice().Matches(body[..end]).Select(match => Array.FindIndex(order, name => match.Groups[name].Success))
                .ToList();
            if (!parts.SequenceEqual(parts.Order()) || !parts.Contains(Array.IndexOf(order, "Configure")))
                wrong.Add($"{slice.Name}: {string.Join(", ", parts.Select(part => order[part]))}");
        }
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void No_number_of_the_product_is_a_floating_point_number()
    {
        const BindingFlags everything =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Type[] floating = [typeof(double), typeof(float), typeof(Half), typeof(double?), typeof(float?), typeof(Half?)];
        var found = Types
            // Durations of the metrics, and the weights of an Accept header, are not amounts.
            .Where(type => FolderOf(type).Folder is not "Observability" && Il.Outermost(type).Name is not ("AcceptedTypes" or "RequestLog"))
            .SelectMany(type => type.GetFields(everything).Where(field => floating.Contains(field.FieldType))
                .Select(field => $"{type.FullName}.{field.Name}")
                .Concat(type.GetProperties(everything).Where(property => floating.Contains(property.PropertyType))
                    .Select(property => $"{type.FullName}.{property.Name}"))
                .Concat(type.GetMethods(everything).Where(method => floating.Contains(method.ReturnType)
                    || method.GetParameters().Any(parameter => floating.Contains(parameter.ParameterType)))
                    .Select(method => $"{type.FullName}.{method.Name}()")));

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void Nothing_is_named_after_a_pattern()
    {
        var wrong = Types.Where(type => !type.IsNested && PatternName().IsMatch(type.Name)).Select(type => type.FullName);

        Assert.That(wrong, Is.Empty);
    }

    static bool IsSlice(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(FastEndpoints.BaseEndpoint));

    static void Forbid(Func<Arrow, bool> arrows) => Assert.That(Arrows().Where(arrows).Select(arrow => arrow.Text), Is.Empty);

    /// <summary>Each use of one folder's types by another's.</summary>
    static List<Arrow> Arrows() => [.. Types
        .SelectMany(Il.TypesUsedBy, (from, to) => (From: Il.Outermost(from), To: Il.Outermost(to)))
        .Where(use => use.To.Assembly == use.From.Assembly && use.To.Name[0] != '<')
        .Select(use => new Arrow(FolderOf(use.From), FolderOf(use.To), $"{use.From.FullName} → {use.To.FullName}",
            use.From.IsAssignableTo(typeof(IExamples))))
        // Examples tell one grant through all features.
        .Where(arrow => arrow.From != arrow.To && !arrow.IsExample)
        .Distinct()];

    /// <summary>
    /// The area below the project, and the folder in it: both parts of the namespace. What stands in no area puts the parts together.
    /// </summary>
    static Place FolderOf(Type type)
    {
        var parts = (Il.Outermost(type).Namespace ?? "").Split('.')[3..];
        return new(parts.ElementAtOrDefault(0) ?? "", parts.ElementAtOrDefault(1) ?? "");
    }

    sealed record Place(string Area, string Folder);

    sealed record Arrow(Place From, Place To, string Text, bool IsExample);

    [GeneratedRegex(@"\b(insert into|update|delete from)\s+(?<table>[A-Z]\w+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ChangeOfTable();

    [GeneratedRegex(@"\b(from|join)\s+(?<table>[A-Z]\w+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex UseOfTable();

    /// <summary>The members of a slice: each is one of its parts, in the order of the groups.</summary>
    [GeneratedRegex("""
        ^[ ]{4}(
            (?<Request>public[ ](sealed[ ])?record[ ]Request\b)
          | (?<Response>public[ ](new[ ])?sealed[ ]record[ ])
          | (?<Validator>public[ ]sealed[ ]class[ ]Validator\b)
          | (?<Configure>public[ ]override[ ]void[ ]Configure\()
          | (?<Handle>protected[ ]override[ ].+[ ](Handle|Answer)\()
          | (?<SQL>(public[ ])?const[ ]string[ ])
          | (?<Row>sealed[ ](class|record)[ ]))
        """, RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PartOfSlice();

    [GeneratedRegex("(Manager|Helper|Helpers|Common|Utils|Util|Service|Services|Repository|Mapper|Factory|Base)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex PatternName();
}
