using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Strikes a remedy that was recorded by mistake.</summary>
/// <remarks>
/// It stays readable and counts no more. Also one that is closed: what was recorded with a wrong day or outcome is struck, and recorded
/// anew.
/// </remarks>
sealed class StrikeRemedy(CurrentUser user) : Change<Reasoned, AwardRemedy>
{
    public override void Configure()
    {
        Post("/remedies/{id:guid}/strike");
        Policies(Can.RecordRemedies);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<AwardRemedy>> Handle(Tx tx, Reasoned request)
    {
        if (await AwardRemedy.Find(tx, Id) is not { } seen)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, seen.ProgrammeId, seen.OfficeAgs) is { } excluded)
            return excluded;
        await AwardFunds.Lock(tx, seen.AwardId);
        var struck = await tx.Execute(Strike, new { Id, SeenVersion, request.Reason, user.Actor, tx.Author.At }) == 1;
        var remedy = (await AwardRemedy.Find(tx, Id))!;
        if (!struck)
        {
            return Problems.StaleOrWrongState(remedy.Version, SeenVersion, remedy.Status, RemedyStatus.Open, RemedyStatus.Closed);
        }
        var finalFrom = await Finality.Keep(tx, remedy.AwardId);
        Audit.Append(tx, AuditAction.RemedyStruck, Id, remedy.Version, new { remedy.AwardId, FinalFrom = finalFrom });
        return remedy;
    }

    const string Strike = """
        update AwardRemedy
        set Status = 'struck', StruckBy = @Actor, StrikeReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('open', 'closed')
        """;
}
