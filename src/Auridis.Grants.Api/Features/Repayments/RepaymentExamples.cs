using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Repayments;

sealed class RepaymentExamples : IExamples
{
    static readonly RecordRepayment.Request Repayment = new(new Money(2_000_00), new DateOnly(2021, 8, 20), "Statement 2021-162, line 7");

    static readonly RecordAwardRepayment.Request Early =
        new(new Money(1_000_00), new DateOnly(2019, 9, 2), "Statement 2019-171, line 3");

    static readonly Reasoned Reversal = new("The transfer is that of another site.");

    static readonly Reasoned Refusal = new("The statement has it as it was recorded.");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListRepaymentClaims>(Example.Page(Claimed)),
        Example.Of<GetRepaymentClaim>(Claimed),
        Example.Of<ListRepaymentReceipts>(Example.Page(OnClaim)),
        Example.Of<GetRepaymentReceipt>(OnClaim),
        Example.Of<ListAwardRepayments>(Example.Page(OnAward)),
        Example.Of<RecordAwardRepayment>(OnAward, Early),
        Example.Of<ProposeReversal>(Reversing, Reversal),
        Example.Of<ConfirmReversal>(
            Reversing with
            {
                Version = 3,
                Status = RepaymentReceiptStatus.Reversed,
                ReversedOn = new DateOnly(2021, 8, 24),
                UpdatedAt = Example.At(2021, 8, 24),
            }),
        Example.Of<RefuseReversal>(
            Reversing with
            {
                Version = 3,
                RepaymentClaimId = null,
                Status = RepaymentReceiptStatus.ReversalRefused,
                RefusalReason = Refusal.Reason,
                UpdatedAt = Example.At(2021, 8, 24),
            },
            Refusal),
        Example.Of<RecordRepayment>(
            Claimed with
            {
                Version = 2,
                Status = RepaymentClaimStatus.PartlyPaid,
                Paid = Repayment.Amount,
                UpdatedAt = Example.At(2021, 8, 20),
            },
            Repayment),
    ];

    static RepaymentReceipt OnClaim => new()
    {
        Id = Example.Id(16),
        Version = 1,
        AwardId = AwardExamples.Id,
        RepaymentClaimId = Example.Id(15),
        OfficeAgs = YouthOfficeExamples.Ags,
        Status = RepaymentReceiptStatus.Recorded,
        Amount = Repayment.Amount,
        ReceivedOn = Repayment.ReceivedOn,
        BankReference = Repayment.BankReference,
        CreatedAt = Example.At(2021, 8, 20),
        UpdatedAt = Example.At(2021, 8, 20),
    };

    static RepaymentReceipt Reversing => OnClaim with
    {
        Version = 2,
        Status = RepaymentReceiptStatus.ReversalProposed,
        ReversalReason = Reversal.Reason,
        UpdatedAt = Example.At(2021, 8, 23),
    };

    static RepaymentReceipt OnAward => OnClaim with
    {
        Id = Example.Id(46),
        RepaymentClaimId = null,
        Amount = Early.Amount,
        ReceivedOn = Early.ReceivedOn,
        BankReference = Early.BankReference,
        CreatedAt = Example.At(2019, 9, 3),
        UpdatedAt = Example.At(2019, 9, 3),
    };

    static RepaymentClaim Claimed => new()
    {
        Id = Example.Id(15),
        Version = 1,
        ProgrammeId = AwardExamples.Offered.ProgrammeId,
        AwardId = AwardExamples.Id,
        Kind = RepaymentClaimKind.Disallowed,
        SpendingReportId = SpendingReportExamples.Id,
        OfficeAgs = YouthOfficeExamples.Ags,
        Reference = ClaimReference.Of(AwardExamples.Offered.Reference, 1),
        Status = RepaymentClaimStatus.Claimed,
        Principal = SpendingReportExamples.Examined.Claim!.Value,
        Reduced = new Money(0),
        Waived = new Money(0),
        WrittenOff = new Money(0),
        Paid = new Money(0),
        Refunded = new Money(0),
        DeferredUntil = null,
        ClaimedOn = new DateOnly(2021, 4, 12),
        DueOn = new DateOnly(2021, 5, 12),
        CreatedAt = Example.At(2021, 4, 12),
        UpdatedAt = Example.At(2021, 4, 12),
    };
}
