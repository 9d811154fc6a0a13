using Auridis.Grants.Api.Http;
using Auridis.Grants.Api.Programmes;
using Auridis.Grants.Api.Security;
using FluentValidation;

namespace Auridis.Grants.Api.Selections;

/// <summary>Replaces the decisions of a selection that is worked on.</summary>
sealed class EditSelection : IEndpoint
{
    /// <param name="Decisions">What is to be decided, 1 to 1,000 applications; null has it filled in from the ranking as it is now.</param>
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
        .MapPut("/selections/{id:guid}/decisions", Handle)
        .RequireAuthorization(Policies.CanPrepareSelections)
        .NeedsIfMatch()
        .Describe("editSelection", "Replaces the decisions of a selection that is worked on",
            "All of them, from the ranking as it is now; with {} they are filled in from it. What a selection shows in decisions is put back without reference, officeAgs and waitlistRank: applicationId, decision, amount and reason are taken, and the order does not matter.")
        .Refuses([Problems.NotFound, Problems.StaleVersion, Problems.WrongState, .. SelectionProblems.OfDecisions]);

    static Task<Changed<Selection>> Handle(Guid id, Request request, Change change) => change.Apply<Selection>(async tx =>
    {
        if (await tx.Execute(Touch, new { id, change.Version }) == 0)
            return await Selection.WhyRefused(tx, id, change.Version, SelectionStatus.Draft, SelectionStatus.SentBack);
        var programme = (await Programme.Find(tx, (await Selection.Find(tx, id))!.ProgrammeId))!;
        return await Selection.Decide(tx, id, programme, request.Decisions, "selection.edited");
    });

    const string Touch = "update Selection set Version = Version + 1 where Id = @id and Version = @Version and Status in ('draft', 'sent-back')";
}
