using System.Security.Cryptography;
using System.Text.Json;
using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>Bottrop spends a little less than was planned, and has 5,000.00 euro to pay back.</summary>
sealed class SpendingReportExamples : IExamples
{
    public static readonly Guid Id = Example.Id(12);

    static readonly AddReceipts.Request New = new(
    [
        new("R-2020-031", new DateOnly(2020, 12, 15), "Stadt Bottrop", "Netzwerkkoordination, interne Verrechnung 2019 und 2020",
            "personnel", new Money(85_000_00)),
        new("R-2020-012", new DateOnly(2020, 5, 29), "Bildungswerk Bottrop", "Fortbildung der Kitas und Grundschulen",
            "training", new Money(10_000_00)),
    ]);

    const string ImportedFile = """
        Belegnummer;Zahlungsdatum;Empfänger;Zweck;Kategorie;Betrag;Bezug
        R-2020-044;29.05.2020;Bildungswerk Bottrop;Fortbildung der Grundschulen;training;1.250,00;

        """;

    static ReportAttachment Attachment => new()
    {
        Id = Example.Id(65),
        SpendingReportId = Id,
        Name = "Presse.pdf",
        ContentType = "application/pdf",
        Size = 48_213,
        Sha256 = Example.Sha256,
        CreatedAt = Example.At(2021, 2, 23),
    };

    static ReceiptImport Import => new()
    {
        Id = Example.Id(64),
        Version = 2,
        SpendingReportId = Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = ReceiptImportStatus.Ready,
        Encoding = TextEncoding.Utf8,
        Size = System.Text.Encoding.UTF8.GetByteCount(ImportedFile),
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(ImportedFile))),
        RowsRead = 1,
        RowsGood = 1,
        RowsBad = 0,
        Sum = new Money(1_250_00),
        CheckedOn = new DateOnly(2021, 2, 22),
        CreatedAt = Example.At(2021, 2, 22),
        UpdatedAt = Example.At(2021, 2, 22),
    };

    static readonly SubmitSpendingReport.Request Submission = new(new Money(New.Receipts.Sum(receipt => receipt.Amount.Cents)));

    static readonly EditSpendingReport.Request Text = new(
        new Money(15_000_00), new Money(5_000_00),
        "The round table met eight times, and every daycare centre has a contact at its school.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListSpendingReports>(Example.Page(Accepted)),
        Example.Of<GetSpendingReport>(Accepted),
        Example.Of<EditSpendingReport>(Draft, Text),
        Example.Of<ListReceipts>(new ListOf<Receipt>(Receipts, null)),
        Example.Of<AddReceipts>(new ReceiptsAdded(WithReceipts, Receipts), New),
        Example.Of<EditReceipt>(
            new ReceiptEdited(WithReceipts with { Version = 4, UpdatedAt = Example.At(2021, 2, 23) }, Receipts[0]),
            New.Receipts[0]),
        Example.Of<DeleteReceipt>(Draft with { Version = 4, UpdatedAt = Example.At(2021, 2, 22) }),
        Example.Of<ListReportAttachments>(Example.Page(Attachment)),
        Example.Of<AddReportAttachment>(
            new ReportAttachmentAdded(WithReceipts with { Version = 4, UpdatedAt = Example.At(2021, 2, 23) }, Attachment)),
        Example.Of<DeleteReportAttachment>(Returned with { Version = 7, UpdatedAt = Example.At(2021, 3, 12) }),
        Example.Of<ListReceiptImports>(Example.Page(Import)),
        Example.Of<ImportReceipts>(
            Import with
            {
                Version = 1,
                Status = ReceiptImportStatus.Checking,
                RowsRead = 0,
                RowsGood = 0,
                Sum = new Money(0),
                CheckedOn = null,
            },
            ImportedFile),
        Example.Of<GetReceiptImport>(Import),
        Example.Of<ListReceiptImportFaults>(Example.Page(ReceiptImportFault.At(
            17, 6, ReceiptColumns.Amount, ImportFaultCode.AmbiguousAmount, new Bilingual(
                "This can be thousands or cents: write 1234,00 or 1.234,00.",
                "Das können Tausender oder Cent sein: Schreiben Sie 1234,00 oder 1.234,00.")))),
        Example.Of<ApplyReceiptImport>(
            Import with
            {
                Version = 3,
                Status = ReceiptImportStatus.Applied,
                AppliedOn = new DateOnly(2021, 2, 23),
                UpdatedAt = Example.At(2021, 2, 23),
            }),
        Example.Of<DiscardReceiptImport>(Import with { Version = 3, Status = ReceiptImportStatus.Discarded }),
        Example.Of<GetSpendingStatement>(Examined),
        Example.Of<SubmitSpendingReport>(Submitted, Submission),
        Example.Of<ListSpendingReportVersions>(Example.Page(new SpendingReportVersionSummary
        {
            Number = Version.Number,
            ContentHash = Version.ContentHash,
            SubmittedOn = Version.SubmittedOn,
            CreatedAt = Version.CreatedAt,
        })),
        Example.Of<GetSpendingReportVersion>(Version),
        Example.Of<ListSpendingReportVersionReceipts>(new ListOf<NewReceipt>(New.Receipts, null)),
        Example.Of<ExamineSpendingReport>(InExamination),
        Example.Of<ReturnSpendingReport>(Returned, Return),
        Example.Of<SampleReceipts>(
            InExamination with
            {
                Version = 6,
                StatementForm = StatementForm.LineTotals,
                ReceiptCount = 0,
                Totals = [.. New.Receipts.Select(receipt => new LineTotal(receipt.Category, receipt.Amount))],
                Sample = [new SampledLine("training", Sample.Reason, new DateOnly(2021, 3, 9), new DateOnly(2021, 3, 23))],
                UpdatedAt = Example.At(2021, 3, 9),
            },
            Sample),
        // Every receipt is recognised in full.
        Example.Of<RecordFindings>(
            new FindingsRecorded(InExamination with { Version = 6, UpdatedAt = Example.At(2021, 3, 15) }, Examined, []),
            new RecordFindings.Request([])),
        Example.Of<HearOffice>(Heard, Hearing),
        Example.Of<ReplyToHearing>(
            Heard with
            {
                Version = 8,
                Hearing = Heard.Hearing! with { Reply = Reply.Reply, RepliedOn = new DateOnly(2021, 3, 30) },
                UpdatedAt = Example.At(2021, 3, 30),
            },
            Reply),
        Example.Of<AcceptSpendingReport>(Accepted),
    ];

    static IReadOnlyList<Receipt> Receipts =>
    [
        .. New.Receipts.Zip([Example.Id(13), Example.Id(14)], (receipt, id) => new Receipt
        {
            Id = id,
            Number = receipt.Number,
            PaidOn = receipt.PaidOn,
            Payee = receipt.Payee,
            Purpose = receipt.Purpose,
            Category = receipt.Category,
            Amount = receipt.Amount,
            PeriodStartsOn = AwardExamples.Offered.StartsOn,
            PeriodEndsOn = AwardExamples.Offered.EndsOn,
            IsAlike = false,
            ReferredCount = 0,
            CreatedAt = Example.At(2021, 2, 22),
            UpdatedAt = Example.At(2021, 2, 22),
        }),
    ];

    /// <summary>When the whole award has been paid.</summary>
    public static Statement Examined => Statement.Of(
        AwardExamples.Paid with { Drawn = AwardExamples.Offered.Amount, Paid = AwardExamples.Offered.Amount },
        SpendingReportKind.Final,
        [
            .. Receipts.Select(receipt => new Statement.CategorySum
            {
                Category = receipt.Category,
                Spent = receipt.Amount,
                Examined = receipt.Amount,
            }),
        ],
        lifted: [],
        Text.OwnFunds, Text.ThirdPartyIncome, claimed: new Money(0));

    static SpendingReport Draft => new()
    {
        Id = Id,
        Version = 2,
        ProgrammeId = ProgrammeExamples.Id,
        AwardId = AwardExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Reference = ReportReference.Of(AwardExamples.Offered.Reference),
        Kind = SpendingReportKind.Final,
        StatementForm = StatementForm.ReceiptList,
        PeriodEndsOn = AwardExamples.Offered.EndsOn,
        Status = SpendingReportStatus.Draft,
        DueOn = AwardExamples.Offered.ReportDueOn,
        Narrative = Text.Narrative,
        OwnFunds = Text.OwnFunds,
        ThirdPartyIncome = Text.ThirdPartyIncome,
        ReceiptCount = 0,
        Expenditure = new Money(0),
        Versions = 0,
        CreatedAt = Example.At(2019, 1, 14),
        UpdatedAt = Example.At(2021, 2, 15),
    };

    static SpendingReport WithReceipts => Draft with
    {
        Version = 3,
        ReceiptCount = Receipts.Count,
        Expenditure = Submission.Expenditure,
        UpdatedAt = Example.At(2021, 2, 22),
    };

    static SpendingReport Submitted => WithReceipts with
    {
        Version = 4,
        Status = SpendingReportStatus.Submitted,
        Versions = 1,
        SubmittedOn = new DateOnly(2021, 3, 1),
        UpdatedAt = Example.At(2021, 3, 1),
    };

    static readonly ReturnSpendingReport.Request Return = new(
        [new ReportPoint("The narrative does not say what the schools took part in.")]);

    static SpendingReportVersion Version
    {
        get
        {
            var content = new SpendingReportContent(
                Text.Narrative!, Text.Answers, Text.OwnFunds, Text.ThirdPartyIncome, Submission.Expenditure, Submission.FinishedEarly,
                Text.Totals, New.Receipts.Count, FrozenReceipts.HashOf(New.Receipts), [Attachment]);
            return new SpendingReportVersion
            {
                Number = 1,
                Submission = content,
                ContentHash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content, Json.Options))),
                SubmittedBy = Example.Person("applicant-05512000"),
                SubmittedOn = new DateOnly(2021, 3, 1),
                CreatedAt = Example.At(2021, 3, 1),
            };
        }
    }

    static SpendingReport Returned => Submitted with
    {
        Version = 6,
        Status = SpendingReportStatus.Returned,
        Points = Return.Points,
        MendBy = new DateOnly(2021, 3, 24),
        UpdatedAt = Example.At(2021, 3, 10),
    };

    static SpendingReport InExamination => Submitted with
    {
        Version = 5,
        Status = SpendingReportStatus.InExamination,
        UpdatedAt = Example.At(2021, 3, 8),
    };

    /// <summary>Under a programme that wants totals of lines.</summary>
    static readonly SampleReceipts.Request Sample = new(["training"], "The line with the fewest receipts.");

    static readonly HearOffice.Request Hearing = new(new DateOnly(2021, 3, 15), new DateOnly(2021, 4, 6), new Money(5_000_00));

    static readonly ReplyToHearing.Request Reply = new("The claim is undisputed.");

    static SpendingReport Heard => InExamination with
    {
        Version = 7,
        Hearing = new Hearing(Hearing.SentOn, Hearing.ReplyBy, Hearing.DraftClaim),
        UpdatedAt = Example.At(2021, 3, 15),
    };

    static SpendingReport Accepted => InExamination with
    {
        Version = 8,
        Status = SpendingReportStatus.Accepted,
        AcceptedOn = new DateOnly(2021, 4, 12),
        UpdatedAt = Example.At(2021, 4, 12),
    };
}
