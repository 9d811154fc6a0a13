using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Auridis.Grants.Api.Platform.OpenApi;
using FastEndpoints;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WireJson = Auridis.Grants.Api.Platform.Http.Json;

namespace Auridis.Grants.Tests.Contract;

/// <summary>The document that clients are made from says all that it must, and the repository has it as it is served.</summary>
[TestFixture]
public sealed partial class OpenApiTests
{
    static readonly string[] Texts = ["operationId", "summary", "description"];

    GrantsApp app = null!;
    JsonElement document;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await GrantsApp.Start(DatabaseKind.Sqlite);
        document = (await app.With(null).Get("/swagger/v1/swagger.json")).Succeeded().Json;
    }

    [OneTimeTearDown]
    public async Task Stop() => await app.DisposeAsync();

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
    public void Every_body_has_an_example()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, operation) in Operations())
            {
                var bodies = operation.GetProperty("responses").EnumerateObject().Select(response => (response.Name, response.Value));
                if (operation.TryGetProperty("requestBody", out var request))
                    bodies = bodies.Prepend(("the request", request));
                foreach (var (body, value) in bodies)
                {
                    foreach (var media in Members(value, "content").Where(media => media.Name.EndsWith("json", StringComparison.Ordinal)))
                        Assert.That(media.Value.TryGetProperty("example", out _) || media.Value.TryGetProperty("examples", out _), Is.True,
                            $"{name}: {body} has no example");
                }
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
    public void Every_change_names_its_problems()
    {
        var silent = Routes()
            .Where(route => !ProblemsOf.Is(route.Metadata, "GET") && !ProblemsOf.IsAnonymous(route.Metadata)
                && route.Metadata.GetMetadata<Refusals>() is null)
            .Select(route => route.DisplayName);

        Assert.That(silent, Is.Empty);
    }

    [Test]
    public void Who_reads_may_be_told_that_the_database_is_busy() =>
        Assert.That(Routes().Where(route => !ProblemsOf.IsAnonymous(route.Metadata)
            && !ProblemsOf.Endpoint(route.Metadata).Contains(Problems.Busy)).Select(route => route.DisplayName), Is.Empty);

    [Test]
    public void Every_route_is_for_somebody_or_open_on_purpose()
    {
        Assert.Multiple(() =>
        {
            foreach (var route in Routes())
            {
                var policies = route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).ToList();
                Assert.That(ProblemsOf.IsAnonymous(route.Metadata) || policies.Count > 0, Is.True, $"{route.DisplayName} names no policy");
                Assert.That(policies, Is.SubsetOf(Can.Table.Keys), $"{route.DisplayName} names a policy that is not in the table");
            }
        });
    }

    [Test]
    public void One_code_means_one_problem()
    {
        var shared = Routes().SelectMany(route => ProblemsOf.Endpoint(route.Metadata)).Distinct()
            .GroupBy(problem => problem.Code, StringComparer.Ordinal)
            .Where(problems => problems.Count() > 1)
            .Select(problems => problems.Key);

        Assert.That(shared, Is.Empty);
    }

    [Test]
    public void Every_request_in_an_example_keeps_to_its_validator()
    {
        Assert.Multiple(() =>
        {
            foreach (var route in Routes())
            {
                if (route.Metadata.GetMetadata<EndpointDefinition>() is not { ReqDtoType: var type, ValidatorType: { } validatorType })
                    continue;
                var name = route.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
                var operation = Operations().Single(operation => operation.Value.GetProperty("operationId").GetString() == name).Value;
                var example = operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json")
                    .GetProperty("example");
                var request = example.Deserialize(type, WireJson.Options)!;
                var result = ((IValidator)Activator.CreateInstance(validatorType)!)
                    .Validate(new FluentValidation.ValidationContext<object>(request));
                Assert.That(result.Errors.Select(error => $"{error.PropertyName}: {error.ErrorMessage}"), Is.Empty, $"{name}: {example}");
            }
        });
    }

    [Test]
    public void No_text_says_a_bound_twice()
    {
        var twice = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .SelectMany(schema => Members(schema.Value, "properties"), (schema, field) =>
                (Name: $"{schema.Name}.{field.Name}", Text: field.Value.GetProperty("description").GetString()!))
            .Where(field => field.Text.EndsWith(" Greater than 0.00.", StringComparison.Ordinal)
                || field.Text.EndsWith(" Not negative.", StringComparison.Ordinal))
            .Where(field => Regex.Count(field.Text, "greater than|from zero|from 0|negative",
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) > 1);

        Assert.That(twice.Select(field => field.Name), Is.Empty);
    }

    [Test]
    public void A_success_that_answers_another_resource_than_it_makes_says_so()
    {
        var operations = Operations().ToDictionary(operation => operation.Value.GetProperty("operationId").GetString()!,
            operation => operation.Value, StringComparer.Ordinal);
        string Made(string name) => operations[name].GetProperty("responses").GetProperty("201").GetProperty("description").GetString()!;

        Assert.That(Made("createProgramme"), Is.EqualTo("Made. The body is the new resource."));
        Assert.That(Made("recordRepayment"), Does.StartWith("Recorded. The body is the claim as it is now"));
        Assert.That(Made("addReceipts"), Does.StartWith("Added. The body is the report's new version and figures"));
    }

    [Test]
    public void Every_answer_in_an_example_is_what_its_operation_answers()
    {
        var answers = Routes()
            .Select(route => (Name: route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName,
                ProblemsOf.Answers(route.Metadata).FirstOrDefault()?.Type))
            .Where(route => route is { Name: not null, Type: not null } && route.Type != typeof(void)
                && route.Type != typeof(FileContentHttpResult));

        Assert.That(Examples.All().Select(example =>
            (JsonNamingPolicy.CamelCase.ConvertName(example.Slice.Name), example.Answer.GetType())), Is.EquivalentTo(answers));
    }

    [Test]
    public void A_schema_has_the_limits_of_the_validator()
    {
        var terms = Fields("ProgrammeTerms");
        Assert.Multiple(() =>
        {
            Assert.That(Numbers(terms.GetProperty("title"), "minLength", "maxLength"), Is.EqualTo((1, 200)));
            Assert.That(Numbers(terms.GetProperty("siteLimit"), "minimum", "maximum"), Is.EqualTo((1, 1000)));
            Assert.That(Numbers(terms.GetProperty("categories"), "minItems", "maxItems"), Is.EqualTo((1, 30)));
            Assert.That(Numbers(Fields("EditSelectionRequest").GetProperty("decisions"), "minItems", "maxItems"), Is.EqualTo((1, 1000)),
                "a list that may be null");
            Assert.That(Fields("AddBankAccountRequest").GetProperty("iban").GetProperty("pattern").GetString(), Does.EndWith("{11,30}$"));
            Assert.That(terms.GetProperty("budget").GetProperty("description").GetString(), Does.EndWith(". Greater than 0.00."));
            Assert.That(Fields("FinancePlan").GetProperty("ownContribution").GetProperty("description").GetString(),
                Does.EndWith(". Not negative."));
            Assert.That(Fields("Choice").GetProperty("amount").GetProperty("description").GetString(), Does.EndWith(". Greater than 0.00."),
                "a field that may be null");
            Assert.That(terms.GetProperty("areaPrefixes").GetProperty("items").GetProperty("pattern").GetString(),
                Is.EqualTo("^[0-9]{2,8}$"));
            Assert.That(Numbers(Fields("ProgrammeItem").GetProperty("code"), "minLength", "maxLength"), Is.EqualTo((1, 40)));
            Assert.That(Numbers(Fields("Score").GetProperty("points"), "minimum", "maximum"), Is.EqualTo((0, 10)),
                "a rule for the items of a list");
            Assert.That(Fields("NewReceipt").GetProperty("payee").GetProperty("maxLength").GetInt32(), Is.EqualTo(200),
                "a validator that the slice runs itself");
        });
    }

    /// <summary>
    /// SQLite takes texts of any length. SQL Server would refuse one that the validator lets through, and the caller would see a 500.
    /// </summary>
    [Test]
    public void A_column_holds_the_longest_text_of_its_field()
    {
        var columns = Migrator.Scripts("sqlserver").SelectMany(script => Table().Matches(script.Text))
            .SelectMany(table => Column().Matches(table.Value), (table, column) =>
                (Name: $"{table.Groups["name"].Value}.{column.Groups["name"].Value}", Width: column.Groups["width"].Value))
            .ToDictionary(column => column.Name, column => column.Width is "max"
                ? int.MaxValue : int.Parse(column.Width, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var longest = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => !InDocuments.Contains(schema.Name))
            .SelectMany(schema => Members(schema.Value, "properties"), (schema, field) =>
                (Name: $"{schema.Name}.{field.Name}", field.Value))
            .Where(field => field.Value.TryGetProperty("maxLength", out _) && !InDocuments.Contains(field.Name))
            .ToDictionary(field => field.Name, field => field.Value.GetProperty("maxLength").GetInt32(), StringComparer.Ordinal);

        Assert.That(longest.Keys, Is.EquivalentTo(Columns.SelectMany(column => column.Fields).Distinct(StringComparer.Ordinal)),
            "each limited text is listed under its column, or among those that are kept in documents");
        Assert.Multiple(() =>
        {
            foreach (var (column, fields) in Columns)
                Assert.That(columns[column], Is.GreaterThanOrEqualTo(fields.Sum(field => longest[field]) + fields.Length - 1), column);
        });
    }

    /// <summary>Where the texts of requests are stored; two fields in one column stand with a sign between them.</summary>
    static readonly (string Column, string[] Fields)[] Columns =
    [
        ("Application.Title", ["ApplicationContent.title"]),
        ("Application.WithdrawReason", ["Reasoned.reason"]),
        ("Award.DeclineReason", ["Reasoned.reason"]),
        ("BankAccount.Holder", ["AddBankAccountRequest.holder"]),
        ("Disbursement.BankReference", ["RecordSettlementRequest.bankReference"]),
        ("Disbursement.Holder", ["AddBankAccountRequest.holder"]),
        ("Disbursement.Purpose", ["RequestDisbursementRequest.purpose"]),
        ("Disbursement.Reason", ["RecordReturnRequest.reason"]),
        ("Disbursement.Reason", ["Reasoned.reason"]),
        ("Disbursement.ReturnBankReference", ["RecordReturnRequest.bankReference"]),
        ("ExportRun.VoidReason", ["Reasoned.reason"]),
        ("Programme.LotSecret", ["EnterLotRequest.secret"]),
        ("Programme.LotValue", ["EnterLotRequest.publicValue"]),
        ("Receipt.Category", ["ProgrammeItem.code"]),
        ("Receipt.Number", ["NewReceipt.number"]),
        ("Receipt.Payee", ["NewReceipt.payee"]),
        ("Receipt.PayeeKey", ["NewReceipt.payee"]),
        ("Receipt.Purpose", ["NewReceipt.purpose"]),
        ("Receipt.Reason", ["RecordFindingsFinding.reason"]),
        ("RepaymentReceipt.BankReference", ["RecordRepaymentRequest.bankReference"]),
        ("Review.ConflictReason", ["DeclareConflictRequest.reason"]),
        ("Review.Reviewer", ["AssignReviewRequest.issuer", "AssignReviewRequest.subject"]),
        ("Review.WithdrawReason", ["Reasoned.reason"]),
        ("Selection.SentBackReason", ["Reasoned.reason"]),
        ("SelectionDecision.Reason", ["Choice.reason"]),
        ("SpendingReport.Narrative", ["EditSpendingReportRequest.narrative"]),
        ("YouthOffice.County", ["CreateYouthOfficeRequest.county"]),
        ("YouthOffice.GovernmentDistrict", ["CreateYouthOfficeRequest.governmentDistrict"]),
        ("YouthOffice.Name", ["CreateYouthOfficeRequest.name"]),
    ];

    /// <summary>What is kept in documents of any length: whole schemas, and single fields.</summary>
    static readonly HashSet<string> InDocuments = new(StringComparer.Ordinal)
    {
        "CheckApplicationRequest", "CheckedItem", "Criterion", "FinanceLine", "Milestone", "NetworkPartner", "ProgrammeTerms", "Score",
        "StaffPost",
        "ApplicationContent.summary", "ApplicationContent.startingPosition", "ApplicationContent.goals", "ApplicationContent.targetArea",
        "ApplicationContent.steering",
        "ApplicationContent.politicalBacking", "ProgrammeItem.title",
    };

    [Test]
    public void An_operation_says_who_may_call_it()
    {
        var draw = Operations().Single(operation => operation.Value.GetProperty("operationId").GetString() == "enterLot").Value;
        Assert.That(draw.GetProperty("x-roles").EnumerateArray().Select(role => role.GetString()), Is.EqualTo(["decider"]));
        Assert.That(draw.GetProperty("x-person-required").GetBoolean(), Is.True);
        Assert.That(draw.GetProperty("description").GetString(), Does.EndWith("Roles: `decider`; a person, no machine."));
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

    JsonElement Fields(string schema) =>
        document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties");

    static (int, int) Numbers(JsonElement schema, string least, string most) =>
        (schema.GetProperty(least).GetInt32(), schema.GetProperty(most).GetInt32());

    IEnumerable<RouteEndpoint> Routes() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    IEnumerable<(string Name, JsonElement Value)> Operations() =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value);

    static JsonElement.ObjectEnumerator Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var child) ? child.EnumerateObject() : default;

    static JsonElement.ArrayEnumerator Items(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var child) ? child.EnumerateArray() : default;

    [GeneratedRegex(@"^create table (?<name>\w+) \(.*?^\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^    (?<name>\w+) n?(var)?char\((?<width>\w+)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Column();

    static (int Line, string Ours, string Theirs) FirstDifference(string committed, string served)
    {
        var (ours, theirs) = (committed.Split('\n'), served.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(ours.Length, theirs.Length))
            .FirstOrDefault(i => ours.ElementAtOrDefault(i) != theirs.ElementAtOrDefault(i));
        return (line + 1, ours.ElementAtOrDefault(line) ?? "(end)", theirs.ElementAtOrDefault(line) ?? "(end)");
    }
}
