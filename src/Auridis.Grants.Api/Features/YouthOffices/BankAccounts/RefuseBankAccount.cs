namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Refuses a bank account that nobody has verified.</summary>
/// <remarks>
/// It does not agree with a document of the office. By one person of finance, who does not act for the office. No payment goes to it, and
/// the office can enter its IBAN anew.
/// </remarks>
sealed class RefuseBankAccount(CurrentUser user) : Change<Reasoned, BankAccount>
{
    public override void Configure()
    {
        Post("/bank-accounts/{id:guid}/refuse");
        Policies(Can.BlockAccounts);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<BankAccount>> Handle(Tx tx, Reasoned request)
    {
        if (await tx.Execute(Refuse, new { Id, SeenVersion, user.Actor, request.Reason, tx.Author.At }) == 0)
            return await BankAccount.WhyRefused(tx, Id, user, SeenVersion, BankAccountStatus.Unverified);
        var account = (await BankAccount.Find(tx, Id))!;
        if (ExcludedPersons.WhyRefused(user, account.OfficeAgs) is { } excluded)
            return excluded;
        Audit.Append(tx, AuditAction.BankAccountRefused, Id, account.Version,
            new { account.YouthOfficeId, Reason = SaltedDigest.Of(request.Reason) });
        return account.For(user);
    }

    const string Refuse = """
        update BankAccount
        set Status = 'refused', RefusedBy = @Actor, Reason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'unverified'
        """;
}
