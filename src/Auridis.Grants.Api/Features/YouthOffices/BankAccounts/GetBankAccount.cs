namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Reads a bank account.</summary>
/// <remarks>
/// An applicant reads those of their own office. The IBAN is in full for finance and the office itself, masked for others.
/// </remarks>
sealed class GetBankAccount(CurrentUser user) : Read<BankAccount>
{
    public override void Configure()
    {
        Get("/bank-accounts/{id:guid}");
        Policies(Can.ReadPayments);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<BankAccount>> Handle(Session session) =>
        await BankAccount.FindFor(session, Id, user) is { } account ? account : Problems.NotFound;
}
