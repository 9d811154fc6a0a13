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
            new ListRepaymentReceipts.Response(Example.Id(16), Repayment.Amount, Repayment.ReceivedOn, Repayment.BankReference))),
        Example.Of<RecordRepayment>(
            Claimed with
            {
                Version = 2,
                Status = RepaymentClaimStatus.PartlyPaid,
                Paid = Repayment.Amount,
                Open = new Money(Claimed.Principal.Cents - Repayment.Amount.Cents),
            }, Repayment),
    ];

    static RepaymentClaim Claimed => new(
        Example.Id(15), 1, AwardExamples.Id, SpendingReportExamples.Id, YouthOfficeExamples.Ags, "GA-2018-A-Z-01-R1", RepaymentClaimStatus.Claimed,
        SpendingReportExamples.Examined.Claim, new Money(0), new Money(0), SpendingReportExamples.Examined.Claim, new DateOnly(2021, 4, 12));
}
