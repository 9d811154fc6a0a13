
namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Verifies a bank account.</summary>
/// <remarks>
/// By another person than the one who entered it, against a document of the office. A payment redirected by a forged letter is the
/// fraud that this stops.
/// </remarks>
sealed class VerifyBankAccount(CurrentUser user) : Change<BankAccount>
{
    public override void Configure()
    {
        Post("/bank-accounts/{id:guid}/verify");
        Policies(Can.VerifyBankAccounts);
        Refuses(Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<BankAccount>> Handle(Tx tx)
    {
        if (await tx.Execute(Verify, new { Id, SeenVersion, user.Actor }) == 0)
            return await WhyRefused(tx);
        var account = (await BankAccount.Find(tx, Id))!;
        Audit.Append(tx, "bank-account.verified", Id, account.Version, new { account.YouthOfficeId });
        return account.For(user);
    }

    async Task<Problem> WhyRefused(Tx tx) => await BankAccount.Find(tx, Id) switch
    {
        null => Problems.NotFound,
        var account when user.Is(account.EnteredBy) => Problems.FourEyes.With(("earlier", ActedAs.Enterer)),
        var account => Problems.StaleOrWrongState(account.Version, SeenVersion, account.Status, BankAccountStatus.Unverified),
    };

    const string Verify = """
        update BankAccount set Status = 'verified', VerifiedBy = @Actor, Version = Version + 1
        where Id = @Id and Version = @SeenVersion and Status = 'unverified' and EnteredBy <> @Actor
        """;
}
