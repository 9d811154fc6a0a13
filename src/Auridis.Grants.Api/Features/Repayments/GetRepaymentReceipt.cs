namespace Auridis.Grants.Api.Features.Repayments;

/// <summary>Reads the receipt of money that has come back.</summary>
/// <remarks>With its reversal, where one was proposed. An applicant sees the receipts of its own office.</remarks>
sealed class GetRepaymentReceipt(CurrentUser user) : Read<RepaymentReceipt>
{
    public override void Configure()
    {
        Get("/repayment-receipts/{id:guid}");
        Policies(Can.ReadRepaymentClaims);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<RepaymentReceipt>> Handle(Session session) =>
        await RepaymentReceipt.FindFor(session, Id, user) is { } receipt ? receipt : Problems.NotFound;
}
