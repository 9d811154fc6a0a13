namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// Never more sites than the site limit and the quotas, never one over the cap, never more money than the budget. A programme's places and
/// its money are taken and given back here, and nowhere else. The programme's row is locked until the transaction ends: others who compete
/// for the same places wait there.
/// </summary>
static class Places
{
    /// <summary>What <see cref="Take"/> can answer, in this order.</summary>
    public static readonly Problem[] Refusals =
    [
        ProgrammeProblems.Cancelled, Problems.WrongState, ProgrammeProblems.SiteLimitReached, ProgrammeProblems.CapExceeded,
        ProgrammeProblems.BudgetExhausted, ProgrammeProblems.QuotaReached,
    ];

    /// <summary>Takes a place for each site and commits the money. The first decision makes the programme <c>decided</c>.</summary>
    /// <returns>The programme as it is now.</returns>
    public static async Task<Outcome<Programme>> Take(Tx tx, Guid programmeId, IReadOnlyList<Site> sites)
    {
        List<Money> amounts = [.. sites.Select(site => site.Amount)];
        var wanted = new
        {
            ProgrammeId = programmeId,
            Sites = amounts.Count,
            Amount = Sum(amounts),
            Largest = amounts.DefaultIfEmpty().Max(),
            tx.Author.At,
        };
        while (await tx.Execute(TakeRow, wanted) == 0)
        {
            if (await WhyNotTaken(tx, programmeId, amounts) is { } problem)
                return problem;
            // A place was given back between the two statements: there is room now.
        }
        if (await Quotas.Take(tx, programmeId, [.. sites.Select(site => site.OfficeAgs)]) is { } full)
            return full;
        var decided = await tx.Execute(Decide, new { ProgrammeId = programmeId }) == 1;
        var programme = (await Programme.Find(tx, programmeId))!;
        Audit.Append(tx, decided ? AuditAction.ProgrammeDecided : AuditAction.ProgrammePlacesTaken, programmeId, programme.Version,
            new { programme.Selected, programme.Committed });
        return programme;
    }

    /// <summary>
    /// Gives back the place of a site; its money is given back by <see cref="ChangeCommitted"/>. The caller has locked the programme, and
    /// knows that the place is held.
    /// </summary>
    public static async Task Release(Tx tx, Guid programmeId, string officeAgs)
    {
        await tx.Execute(ReleaseRow, new { ProgrammeId = programmeId, tx.Author.At });
        await Quotas.Release(tx, programmeId, officeAgs);
        var programme = (await Programme.Find(tx, programmeId))!;
        Audit.Append(tx, AuditAction.ProgrammePlaceReleased, programmeId, programme.Version,
            new { programme.Selected, programme.Committed });
    }

    /// <summary>
    /// Changes the money that is committed by what the share of one award has changed. The caller has locked the programme.
    /// </summary>
    /// <param name="change">Below zero when less is committed than before.</param>
    public static async Task ChangeCommitted(Tx tx, Guid programmeId, Money change)
    {
        await tx.Execute(ChangeCommittedRow, new { ProgrammeId = programmeId, Change = change, tx.Author.At });
        var programme = (await Programme.Find(tx, programmeId))!;
        Audit.Append(tx, AuditAction.ProgrammeCommitmentChanged, programmeId, programme.Version,
            new { Change = change, programme.Committed });
    }

    /// <summary>Why a site does not get more than it has; null when cap and budget leave room.</summary>
    /// <param name="programme">It is locked.</param>
    public static Problem? WhyNoMore(Programme programme, Money before, Money amount) =>
        CapPerSite.WhyRefused(programme.Terms, amount) ?? WhyBeyondBudget(programme, new Money(amount.Cents - before.Cents));

    /// <summary>The number of the programme's next award, without gaps.</summary>
    public static async Task<int> NextAwardNumber(Tx tx, Guid programmeId)
    {
        await tx.Execute("update Programme set AwardCount = AwardCount + 1 where Id = @ProgrammeId", new { ProgrammeId = programmeId });
        return (await Programme.Find(tx, programmeId))!.AwardCount;
    }

    /// <summary>
    /// Turns a decided programme <c>running</c>, or one that was completed, since an award of it goes on; does nothing when it runs
    /// already.
    /// </summary>
    public static async Task Run(Tx tx, Guid programmeId)
    {
        if (await tx.Execute(RunRow, new { ProgrammeId = programmeId, tx.Author.At }) == 0)
            return;
        var programme = (await Programme.Find(tx, programmeId))!;
        Audit.Append(tx, AuditAction.ProgrammeRunning, programmeId, programme.Version);
    }

    static async Task<Problem?> WhyNotTaken(Tx tx, Guid programmeId, List<Money> amounts)
    {
        if (await Programme.Find(tx, programmeId) is not { } programme)
            return Problems.NotFound;
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        if (programme.Status is not (ProgrammeStatus.Closed or ProgrammeStatus.Decided or ProgrammeStatus.Running))
        {
            return Problems.WrongState.With(
                ("actual", programme.Status),
                ("expected", $"{ProgrammeStatus.Closed} | {ProgrammeStatus.Decided} | {ProgrammeStatus.Running}"));
        }
        var terms = programme.Terms;
        if (programme.Selected + amounts.Count > terms.SiteLimit)
        {
            return ProgrammeProblems.SiteLimitReached.With(
                ("siteLimit", terms.SiteLimit), ("selectedSites", programme.Selected), ("wantedSites", amounts.Count));
        }
        return CapPerSite.WhyRefused(terms, amounts) ?? WhyBeyondBudget(programme, Sum(amounts));
    }

    /// <summary>Why the budget has no room for that much more; null when it has, and when less is wanted than before.</summary>
    /// <param name="programme">It is locked.</param>
    public static Problem? WhyBeyondBudget(Programme programme, Money wanted) =>
        programme.Committed.Cents + wanted.Cents > programme.Terms.Budget.Cents
            ? ProgrammeProblems.BudgetExhausted.With(
                ("budget", programme.Terms.Budget), ("committed", programme.Committed), ("wantedAmount", wanted))
            : null;

    static Money Sum(IEnumerable<Money> amounts) => new(amounts.Sum(amount => amount.Cents));

    const string TakeRow = """
        update Programme
        set SelectedCount = SelectedCount + @Sites, CommittedCents = CommittedCents + @Amount, Version = Version + 1, UpdatedAt = @At
        where Id = @ProgrammeId and Status in ('closed', 'decided', 'running')
          and SelectedCount + @Sites <= SiteLimit and @Largest <= CapCents and CommittedCents + @Amount <= BudgetCents
        """;

    const string Decide = "update Programme set Status = 'decided' where Id = @ProgrammeId and Status = 'closed'";

    const string ReleaseRow = """
        update Programme
        set SelectedCount = SelectedCount - 1, Version = Version + 1, UpdatedAt = @At
        where Id = @ProgrammeId
        """;

    const string ChangeCommittedRow = """
        update Programme set CommittedCents = CommittedCents + @Change, Version = Version + 1, UpdatedAt = @At
        where Id = @ProgrammeId
        """;

    const string RunRow = """
        update Programme set Status = 'running', Version = Version + 1, UpdatedAt = @At
        where Id = @ProgrammeId and Status in ('decided', 'completed')
        """;
}
