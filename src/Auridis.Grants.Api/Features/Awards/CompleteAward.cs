using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.SpendingReports;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Completes an active award.</summary>
/// <remarks>
/// Once its account is settled: the final report is accepted, or nothing was ever paid; no payment is open; what the site is entitled to
/// was paid, or the office has renounced the rest; and no claim is open. Otherwise <c>missing</c> lists all that is not:
/// <c>final-report</c>, <c>open-payment</c>, <c>rest</c>, <c>open-claim</c>. What was promised and not paid is free in
/// the programme; a report that is not accepted is expected no more.
/// </remarks>
sealed class CompleteAward(CurrentUser user, BusinessClock clock) : Change<Award>
{
    public override void Configure()
    {
        Post("/awards/{id:guid}/complete");
        Policies(Can.CompleteAwards);
        MovesMoney();
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            AwardProblems.NotSettled);
    }

    protected override async Task<Outcome<Award>> Handle(Tx tx)
    {
        if (await Award.Find(tx, Id) is not { } award)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, award.ProgrammeId, award.OfficeAgs) is { } excluded)
            return excluded;
        await Programme.Lock(tx, award.ProgrammeId);
        if (await tx.Execute(Complete, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 0)
            return await Award.WhyRefused(tx, Id, user, SeenVersion, AwardStatus.Active);
        if (await SettledAward.WhyRefused(tx, Id) is { } unsettled)
            return unsettled;
        await SpendingReport.Drop(tx, Id);
        await CommittedShare.Book(tx, Id,
            new BusinessDocument(Id, award.Reference, award.ProgrammeId, Id, $"Award {award.Reference} completed", clock.Today));
        var completed = (await Award.Find(tx, Id))!;
        Audit.Append(tx, AuditAction.AwardCompleted, Id, completed.Version, new { completed.Paid, completed.Repaid });
        return completed;
    }

    const string Complete = """
        update Award
        set Status = 'completed', CompletedBy = @Actor, CompletedOn = @Today, Settling = 0, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'active'
        """;
}
