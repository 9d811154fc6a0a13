using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Refuses an amendment.</summary>
/// <remarks>
/// With a reason, by a caseworker or a decider, not by the person who proposed it: they withdraw it. The award stays as it is, and another
/// amendment can be proposed.
/// </remarks>
sealed class RefuseAmendment(CurrentUser user, BusinessClock clock) : Change<Reasoned, Amendment>
{
    public override void Configure()
    {
        Post("/amendments/{id:guid}/refuse");
        Policies(Can.RefuseAmendments);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Amendment>> Handle(Tx tx, Reasoned request)
    {
        if (await Amendment.Find(tx, Id) is not { } seen)
            return Problems.NotFound;
        if (user.Is(seen.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefused(tx, user, seen.ProgrammeId, seen.OfficeAgs) is { } excluded)
            return excluded;
        await AwardFunds.Lock(tx, seen.AwardId);
        var refused = await tx.Execute(Refuse, new { Id, SeenVersion, request.Reason, user.Actor, clock.Today, tx.Author.At }) == 1;
        var amendment = (await Amendment.Find(tx, Id))!;
        if (!refused)
        {
            return Problems.StaleOrWrongState(
                amendment.Version, SeenVersion, amendment.Status, AmendmentStatus.Proposed, AmendmentStatus.Endorsed);
        }
        Audit.Append(tx, AuditAction.AmendmentRefused, Id, amendment.Version, new { amendment.AwardId });
        return amendment;
    }

    const string Refuse = """
        update Amendment
        set Status = 'refused', RefusalReason = @Reason, DecidedBy = @Actor, DecidedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('proposed', 'endorsed') and ProposedBy <> @Actor
        """;
}
