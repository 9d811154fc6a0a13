namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Lists the money that has come back on a claim.</summary>
/// <remarks>
/// In the order in which it was recorded, also what was reversed since. An applicant sees the receipts on claims on its own office.
/// </remarks>
sealed class ListRepaymentReceipts(CurrentUser user) : Page<RepaymentReceipt>
{
    public override void Configure()
    {
        Get("/repayment-claims/{id:guid}/receipts");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<RepaymentReceipt>>> Handle(Session session, Paging request) =>
        await RepaymentClaim.FindFor(session, Id, user) is null
            ? Problems.NotFound
            : await request.Of<RepaymentReceipt>(session, Select, new { Id, request.AfterSeq, request.Take });

    const string Select = RepaymentReceipt.Select + " where RepaymentClaimId = @Id and Seq > @AfterSeq order by Seq";
}
