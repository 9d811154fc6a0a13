using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Confirms the lot that another person has entered.</summary>
/// <remarks>Not by the person who entered it. From then on the lot is drawn, and the ranking uses it.</remarks>
sealed class ConfirmLot(CurrentUser user) : Change<Programme>
{
    public override void Configure()
    {
        Post("/programmes/{id:guid}/lot/confirm");
        Policies(Can.DrawLot);
        Refuses(
            Problems.NotFound, Problems.FourEyes, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion,
            ProgrammeProblems.Cancelled, ProgrammeProblems.LotNotEntered, ProgrammeProblems.LotDrawn);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx)
    {
        var excluded = await ExcludedPersons.WhyRefusedInProgramme(tx, user, Id);
        if (await tx.Execute(Confirm, new { Id, SeenVersion, user.Actor, tx.Author.At }) == 0)
            return await WhyNotConfirmed(tx, excluded);
        if (excluded is not null)
            return excluded;
        Audit.Append(tx, AuditAction.ProgrammeLotConfirmed, Id, SeenVersion + 1);
        return (await Programme.Find(tx, Id))!;
    }

    async Task<Problem> WhyNotConfirmed(Tx tx, Problem? excluded) =>
        await Programme.Find(tx, Id) switch
        {
            null => Problems.NotFound,
            var programme when user.Is(programme.LotEnteredBy) => Problems.FourEyes.With(("earlier", ActedAs.Enterer)),
            _ when excluded is not null => excluded,
            var programme when programme.Version != SeenVersion => Problems.Stale(programme.Version, SeenVersion),
            var programme when CancelledProgramme.WhyRefused(programme) is { } cancelled => cancelled,
            { Lot: null } => ProgrammeProblems.LotNotEntered,
            _ => ProgrammeProblems.LotDrawn,
        };

    // Entered means closed: the lot cannot be entered before.
    const string Confirm = """
        update Programme set LotConfirmedBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and LotEnteredBy <> @Actor and LotConfirmedBy is null and Status <> 'cancelled'
        """;
}
