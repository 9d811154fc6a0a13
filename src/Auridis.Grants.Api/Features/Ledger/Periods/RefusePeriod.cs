namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Refuses to close a month of the ledger.</summary>
/// <remarks>Also by the person who proposed it. The month stays open, and its closing can be proposed again.</remarks>
sealed class RefusePeriod(CurrentUser user) : Change<Reasoned, LedgerPeriod>
{
    public override void Configure()
    {
        Post("/ledger/periods/{month}/refuse");
        Policies(Can.ClosePeriods);
        Refuses(Problems.NotFound, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<LedgerPeriod>> Handle(Tx tx, Reasoned request)
    {
        var month = Path<string>("month");
        if (LedgerMonth.FirstDay(month) is null)
            return LedgerMonth.WhyNone();
        if (await LedgerPeriod.Find(tx, month) is not { } proposed)
            return Problems.NotFound;
        if (await tx.Execute(Refuse, new { proposed.Id, SeenVersion, request.Reason, user.Actor, tx.Author.At }) == 0)
            return await LedgerPeriod.WhyRefused(tx, month, SeenVersion);
        Audit.Append(tx, AuditAction.LedgerPeriodRefused, proposed.Id, SeenVersion + 1, new { Month = month });
        return (await LedgerPeriod.Find(tx, month))!;
    }

    const string Refuse = """
        update LedgerPeriod
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed'
        """;
}
