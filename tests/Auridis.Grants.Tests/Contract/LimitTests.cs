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
                RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1)) > 1);

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
            Assert.That(Numbers(Fields("EditSelectionRequest").GetProperty("decisions"), "minItems", "maxItems"), Is.EqualTo((1, 200)),
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
            Assert.That(Fields("NewReceipt").GetProperty("payee").GetProperty("maxLength").GetInt32(), Is.EqualTo(200));
        });
    }

    [Test]
    public void What_no_keyword_says_is_told_at_the_field()
    {
        var terms = Fields("ProgrammeTerms");
        string Text(JsonElement fields, string name) => fields.GetProperty(name).GetProperty("description").GetString()!;
        Assert.Multiple(() =>
        {
            Assert.That(Text(terms, "opensOn"), Does.EndWith(" From 2000-01-01 to 2100-12-31."));
            Assert.That(Text(terms, "closesOn"), Does.EndWith(" Not before `opensOn`.").And.Contain(" From 2000-01-01 to 2100-12-31."));
            Assert.That(Text(terms, "fundingStartsOn"), Does.EndWith(" Later than `closesOn`."));
            Assert.That(Text(terms, "fundingEndsOn"), Does.EndWith(" Later than `fundingStartsOn`."));
            Assert.That(Text(terms, "ageTo"), Does.EndWith(" At least `ageFrom`."));
            Assert.That(Text(Fields("CreateExportRunRequest"), "postedTo"), Does.EndWith(" Not before `postedFrom`."),
                "a day that may be null");
            Assert.That(Text(Fields("NewReceipt"), "paidOn"), Does.EndWith(" From 2000-01-01 to 2100-12-31."));
            Assert.That(Text(Fields("Milestone"), "dueOn"), Does.EndWith(" From 2000-01-01 to 2100-12-31."),
                "rules for the parts of a field");
        });
    }

    [Test]
    public void A_parameter_that_ends_a_range_says_so()
    {
        var ends = Operations()
            .Where(operation => operation.Value.TryGetProperty("parameters", out _))
            .SelectMany(operation => operation.Value.GetProperty("parameters").EnumerateArray(), (operation, parameter) =>
                (operation.Name, Parameter: parameter))
            .Where(end => end.Parameter.TryGetProperty("description", out var text)
                && text.GetString()!.EndsWith(" Not before `from`.", StringComparison.Ordinal))
            .Select(end => $"{end.Name} {end.Parameter.GetProperty("name")}");

        Assert.That(ends, Is.EquivalentTo(
            ["GET /ledger/entries to", "GET /ledger/accounts/{number}/sheet to", "GET /audit-events/verify to"]));
    }

    /// <summary>
    /// SQLite takes texts of any length. SQL Server would refuse one that the validator lets through, and the caller would see a 500. It
    /// counts units of UTF-16, two for a character beyond U+FFFF; a key can have three for one character of its text (ﬃ is ffi).
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
            {
                var units = Ascii.Contains(column) ? 1 : column.EndsWith("Key", StringComparison.Ordinal) ? 3 : 2;
                var width = units * fields.Sum(field => longest[field]) + fields.Length - 1;
                Assert.That(columns[column], Is.GreaterThanOrEqualTo(width), column);
            }
        });
    }

    /// <summary>Where the texts of requests are stored; two fields in one column stand with a sign between them.</summary>
    static readonly (string Column, string[] Fields)[] Columns =
    [
        ("Amendment.Reason", ["ProposeAmendmentRequest.reason"]),
        ("Amendment.RefusalReason", ["Reasoned.reason"]),
        ("Application.Title", ["ApplicationContent.title"]),
        ("Application.WithdrawReason", ["Reasoned.reason"]),
        ("Award.DeclineReason", ["Reasoned.reason"]),
        ("Award.LateUseReason", ["AllowLateUseRequest.reason"]),
        ("AwardNotice.CloseReason", ["Reasoned.reason"]),
        ("AwardNotice.Text", ["GiveNoticeRequest.text"]),
        ("AwardRemedy.Reference", ["RecordRemedyRequest.reference"]),
        ("AwardRemedy.StrikeReason", ["Reasoned.reason"]),
        ("BankAccount.Bic", ["AddBankAccountRequest.bic"]),
        ("BankAccount.Holder", ["AddBankAccountRequest.holder"]),
        ("BankAccount.Reason", ["Reasoned.reason"]),
        ("BaseRate.RefusalReason", ["Reasoned.reason"]),
        ("ClaimRelief.EndReason", ["Reasoned.reason"]),
        ("ClaimRelief.LegalBasis", ["ProposeWaiverRequest.legalBasis"]),
        ("ClaimRelief.Reason", ["ProposeDeferralRequest.reason"]),
        ("ClaimRelief.Reason", ["ProposeWaiverRequest.reason"]),
        ("ClaimRelief.Reason", ["ProposeWriteOffRequest.reason"]),
        ("ClaimRelief.RefusalReason", ["Reasoned.reason"]),
        ("Contact.Email", ["ContactDetails.email"]),
        ("Contact.JobTitle", ["ContactDetails.jobTitle"]),
        ("Contact.Name", ["ContactDetails.name"]),
        ("Contact.Phone", ["ContactDetails.phone"]),
        ("Disbursement.BankRejectionReference", ["RecordBankRejectionRequest.bankReference"]),
        ("Disbursement.BankReference", ["RecordSettlementRequest.bankReference"]),
        ("Disbursement.Holder", ["AddBankAccountRequest.holder"]),
        ("Disbursement.Purpose", ["RequestDisbursementRequest.purpose"]),
        ("Disbursement.Reason", ["RecordBankRejectionRequest.reason"]),
        ("Disbursement.Reason", ["RecordReturnRequest.reason"]),
        ("Disbursement.Reason", ["Reasoned.reason"]),
        ("Disbursement.ReturnBankReference", ["RecordReturnRequest.bankReference"]),
        ("ExportRun.VoidReason", ["Reasoned.reason"]),
        ("Contribution.BankReference", ["RecordContributionRequest.bankReference"]),
        ("Contribution.RefusalReason", ["Reasoned.reason"]),
        ("InterestCalculation.Reason", ["ProposeClaimInterestRequest.reason"]),
        ("InterestCalculation.RefusalReason", ["Reasoned.reason"]),
        ("LiftedTolerance.Category", ["LiftedLine.category"]),
        ("LiftedTolerance.Reason", ["LiftedLine.reason"]),
        ("LedgerPeriod.RefusalReason", ["Reasoned.reason"]),
        ("Note.Resource", ["AddNoteRequest.resource"]),
        ("Note.StrikeReason", ["Reasoned.reason"]),
        ("Note.Text", ["AddNoteRequest.text"]),
        ("PaymentBatch.VoidReason", ["Reasoned.reason"]),
        ("Programme.CancelReason", ["Reasoned.reason"]),
        ("Programme.Code", ["CopyProgrammeRequest.code"]),
        ("Programme.Code", ["CreateProgrammeRequest.code"]),
        ("Programme.LotCommitment", ["CopyProgrammeRequest.lotCommitment"]),
        ("Programme.LotSecret", ["EnterLotRequest.secret"]),
        ("Programme.LotValue", ["EnterLotRequest.publicValue"]),
        ("ProgrammeExtension.Reason", ["ProposeExtensionRequest.reason"]),
        ("ProgrammeExtension.RefusalReason", ["Reasoned.reason"]),
        ("ReportReopening.RefusalReason", ["Reasoned.reason"]),
        ("ReportReopening.Reason", ["ProposeReportReopeningRequest.reason"]),
        ("Termination.LegalBasis", ["ProposeTerminationRequest.legalBasis"]),
        ("Termination.Reason", ["ProposeTerminationRequest.reason"]),
        ("Termination.LateReason", ["ProposeTerminationRequest.lateReason"]),
        ("Receipt.Category", ["NewReceipt.category"]),
        ("Receipt.Category", ["ProgrammeItem.code"]),
        ("Receipt.Category", ["NewReceipt.category"]),
        ("Receipt.Number", ["NewReceipt.number"]),
        ("Receipt.Payee", ["NewReceipt.payee"]),
        ("Receipt.PayeeKey", ["NewReceipt.payee"]),
        ("Receipt.ProcurementNote", ["NewReceipt.procurementNote"]),
        ("Receipt.Purpose", ["NewReceipt.purpose"]),
        ("Receipt.Reason", ["Finding.reason"]),
        ("Receipt.Reference", ["NewReceipt.reference"]),
        ("RepaymentReceipt.BankReference", ["RecordAwardRepaymentRequest.bankReference"]),
        ("ReceiptImportRow.Category", ["NewReceipt.category"]),
        ("ReceiptImportRow.Number", ["NewReceipt.number"]),
        ("ReceiptImportRow.Payee", ["NewReceipt.payee"]),
        ("ReceiptImportRow.PayeeKey", ["NewReceipt.payee"]),
        ("ReceiptImportRow.ProcurementNote", ["NewReceipt.procurementNote"]),
        ("ReceiptImportRow.Purpose", ["NewReceipt.purpose"]),
        ("ReceiptImportRow.Reference", ["NewReceipt.reference"]),
        ("RepaymentReceipt.BankReference", ["RecordRepaymentRequest.bankReference"]),
        ("RepaymentReceipt.RefusalReason", ["Reasoned.reason"]),
        ("RepaymentReceipt.ReversalReason", ["Reasoned.reason"]),
        ("Review.ConflictReason", ["DeclareConflictRequest.reason"]),
        ("Review.Reviewer", ["AssignReviewRequest.issuer", "AssignReviewRequest.subject"]),
        ("Review.Reviewer", ["NewReviewer.issuer", "NewReviewer.subject"]),
        ("Review.Reviewer", ["ReassignReviewRequest.issuer", "ReassignReviewRequest.subject"]),
        ("Review.WithdrawReason", ["Reasoned.reason"]),
        ("Review.WithdrawReason", ["ReassignReviewRequest.reason"]),
        ("Selection.SentBackReason", ["Reasoned.reason"]),
        ("SelectionDecision.Reason", ["Choice.reason"]),
        ("SpendingReportVersionReceipt.Category", ["NewReceipt.category"]),
        ("SpendingReportVersionReceipt.Number", ["NewReceipt.number"]),
        ("SpendingReportVersionReceipt.Payee", ["NewReceipt.payee"]),
        ("SpendingReportVersionReceipt.ProcurementNote", ["NewReceipt.procurementNote"]),
        ("SpendingReportVersionReceipt.Purpose", ["NewReceipt.purpose"]),
        ("SpendingReportVersionReceipt.Reference", ["NewReceipt.reference"]),
        ("SpendingReport.Narrative", ["EditSpendingReportRequest.narrative"]),
        ("YouthOffice.Ags", ["CreateYouthOfficeRequest.ags"]),
        ("YouthOffice.County", ["CreateYouthOfficeRequest.county"]),
        ("YouthOffice.County", ["EditYouthOfficeRequest.county"]),
        ("YouthOffice.GovernmentDistrict", ["CreateYouthOfficeRequest.governmentDistrict"]),
        ("YouthOffice.GovernmentDistrict", ["EditYouthOfficeRequest.governmentDistrict"]),
        ("YouthOffice.Name", ["CreateYouthOfficeRequest.name"]),
        ("YouthOffice.Name", ["EditYouthOfficeRequest.name"]),
    ];

    /// <summary>Their pattern allows ASCII only.</summary>
    static readonly HashSet<string> Ascii = new(StringComparer.Ordinal)
    {
        "BankAccount.Bic", "Contact.Email", "Contact.Phone", "LiftedTolerance.Category", "Note.Resource", "Programme.Code",
        "Programme.LotCommitment", "Receipt.Category", "ReceiptImportRow.Category", "SpendingReportVersionReceipt.Category",
        "YouthOffice.Ags",
    };

    /// <summary>What is kept in documents of any length or in another form: whole schemas, and single fields.</summary>
    static readonly HashSet<string> InDocuments = new(StringComparer.Ordinal)
    {
        "AmendedLine",
        "CheckApplicationRequest", "CheckedItem", "ConflictedOffice", "Criterion", "FiledRemedy", "FinanceLine", "LateException",
        "MendingPoint", "Milestone", "NetworkPartner", "PostalAddress", "ProgrammeTerms", "Quota", "ReplyToHearingRequest", "ReportAnswer",
        "ReportPoint", "ReportQuestion", "LineTotal", "SampleReceiptsRequest",
        "Score", "StaffPost", "Money", "AddBankAccountRequest.iban", "DistributeReviewsRequest.seed",
        // Compared, and kept nowhere.
        "AssignReviewRequest.officeAgs", "NewReviewer.officeAgs", "ReassignReviewRequest.officeAgs",
        "ApplicationContent.summary", "ApplicationContent.startingPosition", "ApplicationContent.goals", "ApplicationContent.targetArea",
        "ApplicationContent.steering",
        "ApplicationContent.politicalBacking", "ProgrammeItem.title", "ProposeReopeningRequest.reason",
        "SetMendingDateRequest.reason",
    };

    JsonElement Fields(string schema) =>
        document.GetProperty("components").GetProperty("schemas").GetProperty(schema).GetProperty("properties");

    static (int, int) Numbers(JsonElement schema, string least, string most) =>
        (schema.GetProperty(least).GetInt32(), schema.GetProperty(most).GetInt32());

    [GeneratedRegex(@"^create table (?<name>\w+) \(.*?^\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Table();

    [GeneratedRegex(@"^    (?<name>\w+) n?(var)?char\((?<width>\w+)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Column();
}
