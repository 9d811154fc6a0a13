using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.SpendingReports;

sealed class SpendingReportExamples : IExamples
{
    public static readonly Guid Id = Example.Id(12);

    /// <summary>A little less than planned.</summary>
    static readonly AddReceipts.Request New = new(
    [
        new("R-2020-031", new DateOnly(2020, 12, 15), "Stadt Bottrop", "Netzwerkkoordination, interne Verrechnung 2019 und 2020", "personnel",
            new Money(85_000_00)),
        new("R-2020-012", new DateOnly(2020, 5, 29), "Bildungswerk Bottrop", "Fortbildung der Kitas und Grundschulen", "training",
            new Money(10_000_00)),
    ]);

    static readonly SubmitSpendingReport.Request Submission = new(new Money(New.Receipts.Sum(receipt => receipt.Amount.Cents)));

    static readonly EditSpendingReport.Request Text = new(
        "The round table met eight times, and every daycare centre has a contact at its school.", new Money(15_000_00), new Money(5_000_00));

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListSpendingReports>(Example.Page(Accepted)),
        Example.Of<GetSpendingReport>(Accepted),
        Example.Of<EditSpendingReport>(Draft, Text),
        Example.Of<ListReceipts>(new ListOf<Receipt>(Receipts, null)),
        Example.Of<AddReceipts>(new AddReceipts.Response(Id, 3, Receipts.Count, Submission.Expenditure, Receipts), New),
        Example.Of<GetSpendingStatement>(Examined),
        Example.Of<SubmitSpendingReport>(Submitted, Submission),
        Example.Of<ExamineSpendingReport>(InExamination),
        // Every receipt is recognised in full.
        Example.Of<RecordFindings>(new RecordFindings.Response(Id, 6, Examined), new RecordFindings.Request([])),
        Example.Of<AcceptSpendingReport>(Accepted),
    ];

    static IReadOnlyList<Receipt> Receipts =>
    [
        .. New.Receipts.Zip([Example.Id(13), Example.Id(14)], (receipt, id) =>
            new Receipt(id, receipt.Number, receipt.PaidOn, receipt.Payee, receipt.Purpose, receipt.Category, receipt.Amount, null, null, [])),
    ];

    /// <summary>When the whole award has been paid.</summary>
    public static Statement Examined => Statement.Of(
        AwardExamples.Paid with { Drawn = AwardExamples.Offered.Amount, Paid = AwardExamples.Offered.Amount },
        [
            .. Receipts.Select(receipt => new Statement.Spent
            {
                Category = receipt.Category,
                SpentCents = receipt.Amount.Cents,
                ExaminedCents = receipt.Amount.Cents,
            }),
        ],
        Text.OwnFunds.Cents, Text.ThirdPartyIncome.Cents);

    static SpendingReport Draft => new(
        Id, 2, AwardExamples.Id, YouthOfficeExamples.Ags, SpendingReportStatus.Draft, AwardExamples.Offered.ReportDueOn, Text.Narrative,
        Text.OwnFunds, Text.ThirdPartyIncome, 0, new Money(0), null, null);

    static SpendingReport Submitted => Draft with
    {
        Version = 4,
        Status = SpendingReportStatus.Submitted,
        ReceiptCount = Receipts.Count,
        Expenditure = Submission.Expenditure,
        SubmittedOn = new DateOnly(2021, 3, 1),
    };

    static SpendingReport InExamination => Submitted with { Version = 5, Status = SpendingReportStatus.InExamination };

    static SpendingReport Accepted => InExamination with
    {
        Version = 7,
        Status = SpendingReportStatus.Accepted,
        AcceptedOn = new DateOnly(2021, 4, 12),
    };
}
