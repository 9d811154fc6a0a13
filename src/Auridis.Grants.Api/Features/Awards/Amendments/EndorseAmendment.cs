using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Endorses what an office has proposed to amend.</summary>
/// <remarks>By a caseworker, not by the person who proposed it. It then waits for a decider.</remarks>
sealed class EndorseAmendment(CurrentUser user, BusinessClock clock) : Change<Amendment>
{
    public override void Configure()
    {
        Post("/amendments/{id:guid}/endorse");
        Policies(Can.EndorseAmendments);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Amendment>> Handle(Tx tx)
    {
        if (await Amendment.Find(tx, Id) is not { } seen)
            return Problems.NotFound;
        if (user.Is(seen.ProposedBy))
            return Problems.FourEyes.With(("earlier", ActedAs.Proposer));
        if (await ExcludedPersons.WhyRefused(tx, user, seen.ProgrammeId, seen.OfficeAgs) is { } excluded)
            return excluded;
        await AwardFunds.Lock(tx, seen.AwardId);
        var endorsed = await tx.Execute(Endorse, new { Id, SeenVersion, user.Actor, clock.Today, tx.Author.At }) == 1;
        var amendment = (await Amendment.Find(tx, Id))!;
        if (!endorsed)
            return Problems.StaleOrWrongState(amendment.Version, SeenVersion, amendment.Status, AmendmentStatus.Proposed);
        Audit.Append(tx, AuditAction.AmendmentEndorsed, Id, amendment.Version, new { amendment.AwardId });
        return amendment;
    }

    const string Endorse = """
        update Amendment
        set Status = 'endorsed', EndorsedBy = @Actor, EndorsedOn = @Today, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'proposed' and ProposedBy <> @Actor
        """;
}
