
namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>
/// A programme's places and its money: here they are taken and given back, and nowhere else. The programme's row is locked until the
/// transaction ends, so this comes first in it; whoever competes for the same places waits there.
/// </summary>
static class Places
{
    /// <summary>What <see cref="Take"/> can answer, in this order.</summary>
    public static readonly Problem[] Refusals =
        [Problems.WrongState, ProgrammeProblems.SiteLimitReached, ProgrammeProblems.CapExceeded, ProgrammeProblems.BudgetExhausted];

    /// <summary>Takes a place for each amount and commits the money. The first decision makes the programme <c>decided</c>.</summary>
    /// <returns>The programme as it is now.</returns>
    public static async Task<Outcome<Programme>> Take(Tx tx, Guid programmeId, IReadOnlyList<Money> amounts)
    {
        var wanted = new
        {
            ProgrammeId = programmeId,
            Sites = amounts.Count,
            Cents = amounts.Sum(amount => amount.Cents),
            Largest = amounts.Select(amount => amount.Cents).DefaultIfEmpty().Max(),
        };
        while (await tx.Execute(TakeRow, wanted) == 0)
        {
            if (await WhyRefused(tx, programmeId, amounts) is { } problem)
                return problem;
            // A place was given back between the two statements: there is room now.
        }
        var decided = await tx.Execute(Decide, new { ProgrammeId = programmeId }) == 1;
        var programme = (await Programme.Find(tx, programmeId))!;
        Audit.Append(tx, decided ? "programme.decided" : "programme.places-taken", programmeId, programme.Version, new { programme.Selected, programme.Committed });
        return programme;
    }

    /// <summary>Waits for whoever is taking or releasing places, and keeps others waiting until this transaction ends.</summary>
    public static Task Lock(Tx tx, Guid programmeId) => tx.Execute(LockRow, new { ProgrammeId = programmeId });

    /// <summary>Gives back one place and its money. The caller has locked the programme, and knows that the place is held.</summary>
    public static async Task Release(Tx tx, Guid programmeId, Money amount)
    {
        await tx.Execute(ReleaseRow, new { ProgrammeId = programmeId, amount.Cents });
        var programme = (await Programme.Find(tx, programmeId))!;
        Audit.Append(tx, "programme.place-released", programmeId, programme.Version, new { programme.Selected, programme.Committed });
    }

    /// <summary>Gives back money of a place that stays taken: what its site will not get. The caller has locked the programme.</summary>
    public static async Task ReleaseMoney(Tx tx, Guid programmeId, Money amount)
    {
        await tx.Execute(ReleaseMoneyRow, new { ProgrammeId = programmeId, amount.Cents });
        var programme = (await Programme.Find(tx, programmeId))!;
        Audit.Append(tx, "programme.money-released", programmeId, programme.Version, new { Released = amount, programme.Committed });
    }

    /// <summary>The number of the programme's next award, without gaps.</summary>
    public static async Task<int> NextAwardNumber(Tx tx, Guid programmeId)
    {
        await tx.Execute("update Programme set AwardCount = AwardCount + 1 where Id = @ProgrammeId", new { ProgrammeId = programmeId });
        return await tx.One<int>("select AwardCount from Programme where Id = @ProgrammeId", new { ProgrammeId = programmeId });
    }

    /// <summary>Turns a decided programme <c>running</c>; does nothing when it runs already.</summary>
    public static async Task Run(Tx tx, Guid programmeId)
    {
        if (await tx.Execute(RunRow, new { ProgrammeId = programmeId }) == 0)
            return;
        var programme = (await Programme.Find(tx, programmeId))!;
        Audit.Append(tx, "programme.running", programmeId, programme.Version);
    }

    static async Task<Problem?> WhyRefused(Tx tx, Guid programmeId, IReadOnlyList<Money> amounts)
    {
        if (await Programme.Find(tx, programmeId) is not { } programme)
            return Problems.NotFound;
        if (programme.Status is not (ProgrammeStatus.Closed or ProgrammeStatus.Decided or ProgrammeStatus.Running))
            return Problems.WrongState.With(("actual", programme.Status), ("expected", "closed | decided | running"));
        if (programme.Selected + amounts.Count > programme.Terms.SiteLimit)
        {
            return ProgrammeProblems.SiteLimitReached.With(
                ("siteLimit", programme.Terms.SiteLimit), ("selected", programme.Selected), ("wanted", amounts.Count));
        }
        if (OverCap(programme, amounts) is { } tooMuch)
            return tooMuch;
        var sum = amounts.Sum(amount => amount.Cents);
        return programme.Committed.Cents + sum > programme.Terms.Budget.Cents
            ? ProgrammeProblems.BudgetExhausted.With(("budget", programme.Terms.Budget), ("committed", programme.Committed), ("wanted", new Money(sum)))
            : null;
    }

    /// <summary>The problem with the first amount that is more than one site can get; null when there is none.</summary>
    public static Problem? OverCap(Programme programme, IEnumerable<Money> amounts)
    {
        foreach (var amount in amounts)
        {
            if (amount.Cents > programme.Terms.CapPerSite.Cents)
                return ProgrammeProblems.CapExceeded.With(("requested", amount), ("cap", programme.Terms.CapPerSite));
        }
        return null;
    }

    const string TakeRow = """
        update Programme
        set SelectedCount = SelectedCount + @Sites, CommittedCents = CommittedCents + @Cents, Version = Version + 1
        where Id = @ProgrammeId and Status in ('closed', 'decided', 'running')
          and SelectedCount + @Sites <= SiteLimit and @Largest <= CapCents and CommittedCents + @Cents <= BudgetCents
        """;

    const string Decide = "update Programme set Status = 'decided' where Id = @ProgrammeId and Status = 'closed'";

    // Changes nothing that anyone sees: the lock is all it is for.
    const string LockRow = "update Programme set SelectedCount = SelectedCount where Id = @ProgrammeId";

    const string ReleaseRow = """
        update Programme set SelectedCount = SelectedCount - 1, CommittedCents = CommittedCents - @Cents, Version = Version + 1
        where Id = @ProgrammeId
        """;

    const string ReleaseMoneyRow = "update Programme set CommittedCents = CommittedCents - @Cents, Version = Version + 1 where Id = @ProgrammeId";

    const string RunRow = "update Programme set Status = 'running', Version = Version + 1 where Id = @ProgrammeId and Status = 'decided'";
}
