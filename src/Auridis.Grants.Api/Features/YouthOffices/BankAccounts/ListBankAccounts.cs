namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Lists the bank accounts of a youth office.</summary>
/// <remarks>
/// In the order in which they were added. An applicant lists those of their own office. IBANs are in full for finance and the office
/// itself, masked for others.
/// </remarks>
sealed class ListBankAccounts(CurrentUser user) : Page<BankAccount>
{
    public override void Configure()
    {
        Get("/youth-offices/{id:guid}/bank-accounts");
        Policies(Can.ReadPayments);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<BankAccount>>> Handle(Session session, Paging request)
    {
        if (await YouthOffice.Find(session, Id) is not { } office || !user.Sees(office.Ags))
            return Problems.NotFound;
        return await request.Of<BankAccount, BankAccount>(
            session, Select, new { Id, request.AfterSeq, request.Take }, account => account.For(user));
    }

    const string Select = BankAccount.Select + " where a.YouthOfficeId = @Id and a.Seq > @AfterSeq order by a.Seq";
}
