using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Creates a draft selection.</summary>
/// <remarks>
/// With {} it is filled in from the ranking: the requested amount for one application after the other while places and money last, the
/// waiting list for all others. It keeps the ranking that it was made from. A place that became free goes to the first of the waiting list.
/// </remarks>
sealed class CreateSelection(CurrentUser user) : Creation<CreateSelection.Request, Selection>
{
    /// <param name="Decisions">What is to be decided on 1 to 200 applications, others by editSelection; null has it filled in from the
    /// ranking.</param>
    public sealed record Request(IReadOnlyList<Choice>? Decisions = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Decisions).Choices();
            RuleForEach(request => request.Decisions).SetValidator(new ChoiceValidator());
        }
    }

    public override void Configure()
    {
        Post("/programmes/{id:guid}/selections");
        Policies(Can.PrepareSelections);
        Refuses([
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, ProgrammeProblems.Cancelled, Problems.WrongState,
            .. SelectionProblems.OfDecisions]);
    }

    protected override string LocationOf(Selection selection) => $"/selections/{selection.Id}";

    protected override async Task<Outcome<Selection>> Handle(Tx tx, Request request)
    {
        // A refusal rolls the counter back, so that no number is missing.
        if (await Programme.CountSelection(tx, Id) is not { } programme)
            return Problems.NotFound;
        if (await ExcludedPersons.WhyRefusedInProgramme(tx, user, Id) is { } excluded)
            return excluded;
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        if (programme.Status is ProgrammeStatus.Draft or ProgrammeStatus.Open or ProgrammeStatus.Completed)
            return Problems.WrongState.With(("actual", programme.Status), ("expected", Decidable));
        var selectionId = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = selectionId,
            ProgrammeId = Id,
            Reference = SelectionReference.Of(programme.Code, programme.SelectionCount),
            user.Actor,
            tx.Author.At,
        });
        return await Selection.Decide(tx, selectionId, programme, request.Decisions, AuditAction.SelectionCreated);
    }

    const string Decidable = $"{ProgrammeStatus.Closed} | {ProgrammeStatus.Decided} | {ProgrammeStatus.Running}";

    const string Insert = """
        insert into Selection (Id, Version, ProgrammeId, Reference, Status, Ranking, CreatedBy, CreatedAt,
            UpdatedAt)
        values (@Id, 1, @ProgrammeId, @Reference, 'draft', '{}', @Actor, @At, @At)
        """;
}
