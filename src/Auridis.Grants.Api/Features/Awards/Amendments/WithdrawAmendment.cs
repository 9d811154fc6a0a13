using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Withdraws an amendment that is not decided.</summary>
/// <remarks>
/// The office what it has proposed, a caseworker what a caseworker has. The award stays as it is, another amendment can be proposed, and
/// the notice that it was to answer is open again.
/// </remarks>
sealed class WithdrawAmendment(CurrentUser user, BusinessClock clock) : Change<Amendment>
{
    public override void Configure()
    {
        Post("/amendments/{id:guid}/withdraw");
        Policies(Can.ProposeAmendments);
        Refuses(
            Problems.NotFound, Problems.Forbidden, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Amendment>> Handle(Tx tx)
    {
        if (await Amendment.FindFor(tx, Id, user) is not { } seen)
            return Problems.NotFound;
        if (seen.ByOffice ? !user.ActsFor(seen.OfficeAgs) : !user.Has(Role.Caseworker))
            return Problems.Forbidden;
        if (!seen.ByOffice && await ExcludedPersons.WhyRefused(tx, user, seen.ProgrammeId, seen.OfficeAgs) is { } excluded)
            return excluded;
        await AwardFunds.Lock(tx, seen.AwardId);
        var withdrawn = await tx.Execute(Withdraw, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 1;
        var amendment = (await Amendment.Find(tx, Id))!;
        if (!withdrawn)
        {
            return Problems.StaleOrWrongState(
                amendment.Version, SeenVersion, amendment.Status, AmendmentStatus.Proposed, AmendmentStatus.Endorsed);
        }
        if (amendment.NoticeId is { } noticeId)
            await AwardNotice.Reopen(tx, noticeId);
        Audit.Append(tx, AuditAction.AmendmentWithdrawn, Id, amendment.Version, new { amendment.AwardId });
        return amendment;
    }

    const string Withdraw = """
        update Amendment
        set Status = 'withdrawn', DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('proposed', 'endorsed')
        """;
}
