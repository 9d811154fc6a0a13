using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Enters the two parts of the lot.</summary>
/// <remarks>
/// After the programme is closed. The secret must be the one that the programme committed to. Until another person confirms it, the
/// entry can be replaced.
/// </remarks>
sealed class EnterLot(CurrentUser user) : Change<EnterLot.Request, Programme>
{
    /// <param name="Secret">The text whose SHA-256 is the programme's <c>lotCommitment</c>, up to 200 characters.</param>
    /// <param name="PublicValue">The value that the programme's <c>lotSource</c> names, up to 200 characters.</param>
    public sealed record Request(string Secret, string PublicValue);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Secret).Line(200);
            RuleFor(request => request.PublicValue).Line(200);
        }
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/lot");
        Policies(Can.DrawLot);
        Refuses(
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, ProgrammeProblems.Cancelled,
            Problems.WrongState, ProgrammeProblems.LotDrawn, ProgrammeProblems.LotMismatch);
    }

    protected override async Task<Outcome<Programme>> Handle(Tx tx, Request request)
    {
        var excluded = await ExcludedPersons.WhyRefusedInProgramme(tx, user, Id);
        if (await tx.Execute(Enter, new { Id, SeenVersion, request.Secret, request.PublicValue, user.Actor, tx.Author.At }) == 0)
            return excluded ?? await WhyNotEntered(tx);
        if (excluded is not null)
            return excluded;
        var programme = (await Programme.Find(tx, Id))!;
        if (!Lot.Fits(request.Secret, programme.Terms.LotCommitment))
            return ProgrammeProblems.LotMismatch;
        Audit.Append(tx, AuditAction.ProgrammeLotEntered, Id, programme.Version, new { request.PublicValue });
        return programme;
    }

    async Task<Problem> WhyNotEntered(Tx tx) =>
        await Programme.Find(tx, Id) is { } programme && programme.Version == SeenVersion
            && (CancelledProgramme.WhyRefused(programme) ?? (programme.Lot is { Confirmed: true } ? ProgrammeProblems.LotDrawn : null))
                is { } problem
            ? problem
            : await Programme.WhyRefused(tx, Id, SeenVersion, ProgrammeStatus.Closed, ProgrammeStatus.Decided, ProgrammeStatus.Running);

    const string Enter = """
        update Programme set LotSecret = @Secret, LotValue = @PublicValue, LotEnteredBy = @Actor, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('closed', 'decided', 'running') and LotConfirmedBy is null
        """;
}
