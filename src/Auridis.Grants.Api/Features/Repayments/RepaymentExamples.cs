using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;
using Auridis.Grants.Api.Platform.OpenApi;

namespace Auridis.Grants.Api.Features.Repayments;

sealed class RepaymentExamples : IExamples
{
    static readonly RecordRepayment.Request Repayment = new(new Money(2_000_00), new DateOnly(2021, 8, 20), "Statement 2021-162, line 7");

    public static IReadOnlyList<Example> All =>
    [
        Example.Of<ListRepaymentClaims>(Example.Page(Claimed)),
        Example.Of<GetRepaymentClaim>(Claimed),
        Example.Of<ListRepaymentReceipts>(Example.Page(
            new RepaymentReceipt
            {
                Id = Example.Id(16),
                Amount = Repayment.Amount,
                ReceivedOn = Repayment.ReceivedOn,
                BankReference = Repayment.BankReference,
                CreatedAt = Example.At(2021, 8, 20),
            })),
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
        Principal = SpendingReportExamples.Examined.Claim,
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
