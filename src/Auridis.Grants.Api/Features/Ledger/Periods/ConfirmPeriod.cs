namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Closes a month of the ledger.</summary>
/// <remarks>
/// Not by the person who proposed it. From now on what belongs into the month is posted on the first day that is open, and keeps its
/// document date. A closed month is not opened again.
/// </remarks>
sealed class ConfirmPeriod(CurrentUser user) : Change<LedgerPeriod>
{
    public override void Configure()
    {
        Post("/ledger/periods/{month}/confirm");
        Policies(Can.ClosePeriods);
        Refuses(
            Problems.ValidationFailed, Problems.NotFound, Problems.FourEyes, Problems.StaleVersion, Problems.WrongState,
            LedgerProblems.PeriodOpen);
    }

    protected override async Task<Outcome<LedgerPeriod>> Handle(Tx tx)
    {
        var month = Path<string>("month");
        if (LedgerMonth.FirstDay(month) is not { } firstDay)
            return LedgerMonth.WhyNone();
        if (await LedgerPeriod.Find(tx, month) is not { } proposed)
            return Problems.NotFound;
        if (await tx.Execute(Confirm, new { proposed.Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
        {
            return user.Is(proposed.ProposedBy)
                ? Problems.FourEyes.With(("earlier", ActedAs.Proposer))
                : await LedgerPeriod.WhyRefused(tx, month, SeenVersion);
        }
        // Whoever posts takes the same counter: from here on there is an open day, or no entry yet.
        var closedOn = await tx.ExecuteAndRead<DateOnly?>(Hold);
        if (await PeriodOrder.WhyRefused(tx, firstDay, closedOn) is { } refused)
            return refused;
        await tx.Execute(Close, new { LastDay = LedgerMonth.LastDay(firstDay) });
        Audit.Append(tx, AuditAction.LedgerPeriodConfirmed, proposed.Id, SeenVersion + 1, new { Month = month });
        return (await LedgerPeriod.Find(tx, month))!;
    }

    const string Confirm = """
        update LedgerPeriod set Status = 'confirmed', DecidedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;

    const string Hold = """
        update JournalHead set Seq = Seq;
        select ClosedOn from JournalHead
        """;

    const string Close = "update JournalHead set ClosedOn = @LastDay";
}
