namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>Proposes a later end of the application window.</summary>
/// <remarks>
/// For all offices, while the window is open. It takes effect when a second person confirms it. A programme has one proposal at a time; it
/// stands with its decision among the programme's <c>extensions</c>.
/// </remarks>
sealed class ProposeExtension(CurrentUser user, BusinessClock clock) : Creation<ProposeExtension.Request, ProgrammeExtension>
{
    /// <param name="ClosesOn">The new last day, to its end, Europe/Berlin: later than now, and before the funding period.</param>
    /// <param name="Reason">Why: up to 2,000 characters.</param>
    public sealed record Request(DateOnly ClosesOn, string Reason);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.ClosesOn).Day();
            RuleFor(request => request.Reason).Prose(2000);
        }
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/extensions");
        Policies(Can.ManageProgrammes);
        Refuses([Problems.NotFound, .. WindowExtension.Refusals, ProgrammeProblems.ExtensionPending]);
    }

    protected override string LocationOf(ProgrammeExtension extension) => $"/programme-extensions/{extension.Id}";

    protected override async Task<Outcome<ProgrammeExtension>> Handle(Tx tx, Request request)
    {
        if (await Programme.Lock(tx, Id) is not { } programme)
            return Problems.NotFound;
        if (WindowExtension.WhyRefused(programme, request.ClosesOn, clock.Today) is { } refused)
            return refused;
        if (programme.Extensions.Any(extension => extension.Status == ExtensionStatus.Proposed))
            return ProgrammeProblems.ExtensionPending;
        var id = tx.NewId();
        await tx.Execute(Insert, new
        {
            ExtensionId = id,
            Id,
            PreviouslyClosesOn = programme.Terms.ClosesOn,
            request.ClosesOn,
            request.Reason,
            user.Actor,
            tx.Author.At,
        });
        await tx.Execute(Count, new { Id, tx.Author.At });
        Audit.Append(tx, AuditAction.ProgrammeExtensionProposed, id, 1, new { ProgrammeId = Id, request.ClosesOn });
        return (await ProgrammeExtension.Find(tx, id))!;
    }

    const string Insert = """
        insert into ProgrammeExtension
            (Id, Version, ProgrammeId, Status, PreviouslyClosesOn, ClosesOn, Reason, ProposedBy, CreatedAt, UpdatedAt)
        values (@ExtensionId, 1, @Id, 'proposed', @PreviouslyClosesOn, @ClosesOn, @Reason, @Actor, @At, @At)
        """;

    const string Count = """
        update Programme set ExtensionCount = ExtensionCount + 1, Version = Version + 1, UpdatedAt = @At where Id = @Id
        """;
}
