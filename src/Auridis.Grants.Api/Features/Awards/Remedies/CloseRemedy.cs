using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Awards;

/// <summary>Records what has become of a remedy.</summary>
/// <remarks>
/// The award can become final from now on; its finalFrom says when. After an objection that was rejected the period for an action begins:
/// until its end the award is not final. A remedy against a report keeps the award from nothing; where it is upheld, the report can be
/// reopened.
/// </remarks>
sealed class CloseRemedy(CurrentUser user, BusinessClock clock) : Change<CloseRemedy.Request, AwardRemedy>
{
    /// <param name="Outcome">Withdrawn, rejected or upheld.</param>
    /// <param name="On">
    /// The day on which it was withdrawn, or on which the decision was announced: neither before it was filed nor in the future.
    /// </param>
    public sealed record Request([property: OneOf(typeof(RemedyOutcome))] string Outcome, DateOnly On);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Outcome).OneOf(typeof(RemedyOutcome));
            RuleFor(request => request.On).Day();
        }
    }

    public override void Configure()
    {
        Post("/remedies/{id:guid}/close");
        Policies(Can.RecordRemedies);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<AwardRemedy>> Handle(Tx tx, Request request)
    {
        if (await AwardRemedy.Find(tx, Id) is not { } seen)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefused(tx, user, seen.ProgrammeId, seen.OfficeAgs) is { } excluded)
            return excluded;
        await AwardFunds.Lock(tx, seen.AwardId);
        var terms = (await Award.Find(tx, seen.AwardId))!.Terms;
        var closed = await tx.Execute(Close, new
        {
            Id,
            SeenVersion,
            request.Outcome,
            request.On,
            ActionEndsOn = PendingRemedy.ActionEndsOn(seen, request.Outcome, request.On, terms),
            user.Actor,
            tx.Author.At,
        }) == 1;
        var remedy = (await AwardRemedy.Find(tx, Id))!;
        if (!closed)
            return Problems.StaleOrWrongState(remedy.Version, SeenVersion, remedy.Status, RemedyStatus.Open);
        if (RemedyDays.WhyNotClosed(remedy, request.On, clock.Today) is { } wrong)
            return wrong;
        var finalFrom = await Finality.Keep(tx, remedy.AwardId);
        Audit.Append(tx, AuditAction.RemedyClosed, Id, remedy.Version,
            new { remedy.AwardId, request.Outcome, remedy.ClosedOn, FinalFrom = finalFrom });
        return remedy;
    }

    // A day before it was filed is refused after this, with the words of the rule.
    const string Close = """
        update AwardRemedy
        set Status = 'closed', Outcome = @Outcome, ClosedOn = @On, ActionEndsOn = @ActionEndsOn, ClosedBy = @Actor,
            Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'open'
        """;
}
