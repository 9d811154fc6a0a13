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

    static readonly SubmitSpendingReport.Request Submission = new(new Money(New.Receipts.Sum(receipt => receipt.Amount.Cents)));

    static readonly EditSpendingReport.Request Text = new(
        "The round table met eight times, and every daycare centre has a contact at its school.",
        new Money(15_000_00), new Money(5_000_00));

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListSpendingReports>(Example.Page(Accepted)),
        Example.Of<GetSpendingReport>(Accepted),
        Example.Of<EditSpendingReport>(Draft, Text),
        Example.Of<ListReceipts>(new ListOf<Receipt>(Receipts, null)),
        Example.Of<AddReceipts>(new ReceiptsAdded(WithReceipts, Receipts), New),
        Example.Of<DeleteReceipt>(Draft with { Version = 4, UpdatedAt = Example.At(2021, 2, 22) }),
        Example.Of<GetSpendingStatement>(Examined),
        Example.Of<SubmitSpendingReport>(Submitted, Submission),
        Example.Of<ExamineSpendingReport>(InExamination),
        // Every receipt is recognised in full.
        Example.Of<RecordFindings>(
            new FindingsRecorded(InExamination with { Version = 6, UpdatedAt = Example.At(2021, 3, 15) }, Examined, []),
            new RecordFindings.Request([])),
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
            AlikeCount = 1,
            CreatedAt = Example.At(2021, 2, 22),
            UpdatedAt = Example.At(2021, 2, 22),
        }),
    ];

    /// <summary>When the whole award has been paid.</summary>
    public static Statement Examined => Statement.Of(
        AwardExamples.Paid with { Drawn = AwardExamples.Offered.Amount, Paid = AwardExamples.Offered.Amount },
        [
            .. Receipts.Select(receipt => new Statement.CategorySum
            {
                Category = receipt.Category,
                Spent = receipt.Amount,
                Examined = receipt.Amount,
            }),
        ],
        Text.OwnFunds, Text.ThirdPartyIncome);

    static SpendingReport Draft => new()
    {
        Id = Id,
        Version = 2,
        ProgrammeId = ProgrammeExamples.Id,
        AwardId = AwardExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Reference = ReportReference.Of(AwardExamples.Offered.Reference),
        Status = SpendingReportStatus.Draft,
        DueOn = AwardExamples.Offered.ReportDueOn,
        Narrative = Text.Narrative,
        OwnFunds = Text.OwnFunds,
        ThirdPartyIncome = Text.ThirdPartyIncome,
        ReceiptCount = 0,
        Expenditure = new Money(0),
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
        SubmittedOn = new DateOnly(2021, 3, 1),
        UpdatedAt = Example.At(2021, 3, 1),
    };

    static SpendingReport InExamination => Submitted with
    {
        Version = 5,
        Status = SpendingReportStatus.InExamination,
        UpdatedAt = Example.At(2021, 3, 8),
    };

    static SpendingReport Accepted => InExamination with
    {
        Version = 7,
        Status = SpendingReportStatus.Accepted,
        AcceptedOn = new DateOnly(2021, 4, 12),
        UpdatedAt = Example.At(2021, 4, 12),
    };
}
