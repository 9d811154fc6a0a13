
namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Lists the bank accounts of a youth office.</summary>
/// <remarks>
/// In the order in which they were added. IBANs in full for finance and the office itself, masked for others.
/// </remarks>
sealed class ListBankAccounts(CurrentUser user) : Page<BankAccount>
{
    public override void Configure()
    {
        Get("/youth-offices/{id:guid}/bank-accounts");
        Policies(Can.ReadPayments);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<BankAccount>>> Handle(Session session, Paging request) =>
        await YouthOffice.Find(session, Id) is { } office && user.Sees(office.Ags)
            ? await request.Of<BankAccount.Row, BankAccount>(session, Select, new { Id, request.AfterSeq, request.Take }, row => row.For(user))
            : Problems.NotFound;

    const string Select = BankAccount.Row.Select + " where a.YouthOfficeId = @Id and a.Seq > @AfterSeq order by a.Seq";
}
