namespace Auridis.Grants.Api.Features.YouthOffices;

/// <summary>Blocks a verified bank account.</summary>
/// <remarks>
/// At once, by one person of finance, who does not act for the office: from then on no payment to it is approved or released. It can be
/// verified anew, by a person who has neither entered nor blocked it.
/// </remarks>
sealed class BlockBankAccount(CurrentUser user) : Change<Reasoned, BankAccount>
{
    public override void Configure()
    {
        Post("/bank-accounts/{id:guid}/block");
        Policies(Can.BlockAccounts);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<BankAccount>> Handle(Tx tx, Reasoned request)
    {
        if (await tx.Execute(Block, new { Id, SeenVersion, user.Actor, request.Reason, tx.Author.At }) == 0)
            return await BankAccount.WhyRefused(tx, Id, user, SeenVersion, BankAccountStatus.Verified);
        var account = (await BankAccount.Find(tx, Id))!;
        if (ExcludedPersons.WhyRefused(user, account.OfficeAgs) is { } excluded)
            return excluded;
        Audit.Append(tx, AuditAction.BankAccountBlocked, Id, account.Version,
            new { account.YouthOfficeId, Reason = SaltedDigest.Of(request.Reason) });
        return account.For(user);
    }

    const string Block = """
        update BankAccount
        set Status = 'blocked', BlockedBy = @Actor, Reason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'verified'
        """;
}
