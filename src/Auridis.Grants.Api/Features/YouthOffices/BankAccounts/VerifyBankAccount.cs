namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Verifies a bank account, also one that was blocked.</summary>
/// <remarks>
/// Confirms that the account agrees with a document of the office; from then on payments can go to it. Not by the person who entered
/// it, nor by the one who blocked it, nor by one who acts for the office: this stops the fraud that redirects a payment by a forged letter.
/// </remarks>
sealed class VerifyBankAccount(CurrentUser user) : Change<BankAccount>
{
    public override void Configure()
    {
        Post("/bank-accounts/{id:guid}/verify");
        Policies(Can.VerifyBankAccounts);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<BankAccount>> Handle(Tx tx)
    {
        if (await tx.Execute(Verify, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
        {
            return await BankAccount.Find(tx, Id) is { } found && WhoVerifiesBankAccounts.WhyRefused(user, found) is { } same
                ? same
                : await BankAccount.WhyRefused(tx, Id, user, SeenVersion, BankAccountStatus.Unverified, BankAccountStatus.Blocked);
        }
        var account = (await BankAccount.Find(tx, Id))!;
        if (ExcludedPersons.WhyRefused(user, account.OfficeAgs) is { } excluded)
            return excluded;
        Audit.Append(tx, AuditAction.BankAccountVerified, Id, account.Version, new { account.YouthOfficeId });
        return account.For(user);
    }

    const string Verify = $"""
        update BankAccount
        set Status = 'verified', VerifiedBy = @Actor, Reason = null, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('unverified', 'blocked') and {WhoVerifiesBankAccounts.Condition}
        """;
}
