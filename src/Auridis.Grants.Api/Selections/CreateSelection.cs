using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Selections;

/// <summary>Makes a selection as a draft.</summary>
sealed class CreateSelection : IEndpoint
{
    /// <param name="Decisions">What is to be decided, 1 to 1,000 applications; null has it filled in from the ranking.</param>
    public sealed record Request(IReadOnlyList<Choice>? Decisions = null);

    public sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Decisions).Choices();
            RuleForEach(request => request.Decisions).SetValidator(new ChoiceValidator());
        }
    }

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/programmes/{id:guid}/selections", Handle)
        .RequireAuthorization(Policies.CanPrepareSelections)
        .Describe("createSelection", "Makes a selection as a draft",
            "With {} it is filled in from the ranking: the requested amount for one application after the other while places and money last, all the others on the waiting list. It keeps the ranking that it was made from.")
        .Refuses([Problems.NotFound, Problems.WrongState, .. SelectionProblems.OfDecisions]);

    static Task<Created<Selection>> Handle(Guid id, Request request, Change change, TimeProvider clock, CurrentUser user) =>
        change.Create<Selection>(selection => $"/selections/{selection.Id}", async tx =>
        {
            if (await Programme.Find(tx, id) is not { } programme)
                return (Problem)Problems.NotFound;
            // Once closed, a programme never takes applications again: what is read here stays true.
            if (programme.Status is ProgrammeStatus.Draft or ProgrammeStatus.Open)
                return Problems.WrongState.With(("actual", programme.Status), ("expected", "closed | decided | running"));
            var selectionId = Guid.CreateVersion7(clock.GetUtcNow());
            await tx.Execute(Insert, new { Id = selectionId, ProgrammeId = id, user.Actor, tx.Origin.At });
            return await Selection.Decide(tx, selectionId, programme, request.Decisions, "selection.created");
        });

    const string Insert = """
        insert into Selection (Id, Version, ProgrammeId, Status, Ranking, CreatedBy, CreatedAt)
        values (@Id, 1, @ProgrammeId, 'draft', '{}', @Actor, @At)
        """;
}
