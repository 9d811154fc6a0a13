using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;

namespace Auridis.Grants.Tests.Contract;

/// <summary>The limits of the document are the validators', and no larger than the columns.</summary>
public sealed partial class LimitTests : ContractFixture
{
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
        ("Receipt.Category", ["NewReceipt.category"]),
        ("Receipt.Category", ["ProgrammeItem.code"]),
        ("Receipt.Number", ["NewReceipt.number"]),
        ("Receipt.Payee", ["NewReceipt.payee"]),
        ("Receipt.PayeeKey", ["NewReceipt.payee"]),
        ("Receipt.Purpose", ["NewReceipt.purpose"]),
        ("Receipt.Reason", ["Finding.reason"]),
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

    JsonElement Fields(string schema) =>
        document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties");

    static (int, int) Numbers(JsonElement schema, string least, string most) =>
        (schema.GetProperty(least).GetInt32(), schema.GetProperty(most).GetInt32());

    [GeneratedRegex(@"^create table (?<name>\w+) \(.*?^\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^    (?<name>\w+) n?(var)?char\((?<width>\w+)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Column();
}
