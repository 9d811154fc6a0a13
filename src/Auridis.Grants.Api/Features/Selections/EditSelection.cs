using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Replaces the decisions of a selection.</summary>
/// <remarks>
/// While it is a draft or sent back. Replaces all of them, from the ranking as it is now; with {} they are filled in from it. Of what a
/// selection shows in decisions, send applicationId, decision, amount and reason; leave out applicationReference, officeAgs and
/// waitlistRank. The
/// order does not matter.
/// </remarks>
sealed class EditSelection : Change<EditSelection.Request, Selection>
{
    /// <param name="Decisions">What is to be decided, 1 to 1,000 applications; null has it filled in from the ranking as it is now.</param>
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
        Put("/selections/{id:guid}/decisions");
        Policies(Can.PrepareSelections);
        Refuses([Problems.NotFound, Problems.StaleVersion, Problems.WrongState, .. SelectionProblems.OfDecisions]);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx, Request request)
    {
        if (await tx.Execute(Touch, new { Id, SeenVersion, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, SeenVersion, SelectionStatus.Draft, SelectionStatus.SentBack);
        var programme = (await Programme.Find(tx, (await Selection.Find(tx, Id))!.ProgrammeId))!;
        return await Selection.Decide(tx, Id, programme, request.Decisions, AuditAction.SelectionEdited);
    }

    const string Touch = """
        update Selection set Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'sent-back')
        """;
}
