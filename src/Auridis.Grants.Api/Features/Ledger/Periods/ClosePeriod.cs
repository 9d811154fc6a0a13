namespace Auridis.Grants.Api.Features.Ledger;

/// <summary>Proposes to close a month of the ledger.</summary>
/// <remarks>
/// A month that is over, and none before the one before it. It is closed when a second person confirms it; until then it takes entries.
/// </remarks>
sealed class ClosePeriod(CurrentUser user, BusinessClock clock) : Creation<FastEndpoints.EmptyRequest, LedgerPeriod>
{
    public override void Configure()
    {
        Post("/ledger/periods/{month}/close");
        Policies(Can.ClosePeriods);
        Refuses(Problems.ValidationFailed, Problems.WrongState, LedgerProblems.MonthNotOver, LedgerProblems.PeriodOpen);
    }

    protected override string LocationOf(LedgerPeriod created) => $"/ledger/periods/{created.Month}";

    protected override async Task<Outcome<LedgerPeriod>> Handle(Tx tx, FastEndpoints.EmptyRequest request)
    {
        var month = Path<string>("month");
        if (LedgerMonth.FirstDay(month) is not { } firstDay)
            return LedgerMonth.WhyNone();
        if (await LedgerPeriod.Find(tx, month) is { Status: not PeriodStatus.Refused } known)
            return Problems.WrongState.With(("actual", known.Status), ("expected", PeriodStatus.Refused));
        if (LedgerMonth.LastDay(firstDay) >= clock.Today)
            return LedgerProblems.MonthNotOver.With(("month", month), ("today", clock.Today));
        if (await PeriodOrder.WhyRefused(tx, firstDay, await tx.OneOrNull<DateOnly?>(SelectClosed)) is { } refused)
            return refused;
        var id = tx.NewId();
        await tx.Execute(Insert, new { PeriodId = id, Month = month, user.Actor, tx.Author.At });
        Audit.Append(tx, AuditAction.LedgerPeriodProposed, id, 1, new { Month = month });
        return (await LedgerPeriod.Find(tx, month))!;
    }

    const string SelectClosed = "select ClosedOn from JournalHead";

    const string Insert = """
        insert into LedgerPeriod (Id, Version, Month, Status, ProposedBy, CreatedAt, UpdatedAt)
        values (@PeriodId, 1, @Month, 'proposed', @Actor, @At, @At)
        """;
}
