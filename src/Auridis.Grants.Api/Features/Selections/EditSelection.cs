using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>Changes decisions of a selection.</summary>
/// <remarks>
/// While it is a draft or sent back. A decision replaces the one on the same application, or is added; decisions on other applications stay
/// as they are, so that a large selection is edited in parts. All of them together are then judged by the ranking as it is now. With {} all
/// are filled in anew from it. Of what a selection shows in decisions, send applicationId, decision, amount and reason; leave out
/// applicationReference, officeAgs and waitlistRank. The order does not matter.
/// </remarks>
sealed class EditSelection(CurrentUser user) : Change<EditSelection.Request, Selection>
{
    /// <param name="Decisions">What is to be decided from now on, on 1 to 200 applications; null when nothing is.</param>
    /// <param name="LeftOut">The ids of applications on which the selection is to decide nothing any more, 1 to 200 and in none of the
    /// decisions; null for none.</param>
    public sealed record Request(IReadOnlyList<Choice>? Decisions = null, IReadOnlyList<Guid>? LeftOut = null);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Decisions).Choices();
            RuleForEach(request => request.Decisions).SetValidator(new ChoiceValidator());
            RuleFor(request => request.LeftOut!).AtMost(ChoiceRules.MostChoices, least: 1)
                .Must((request, leftOut) =>
                    leftOut is null || request.Decisions?.Any(choice => leftOut.Contains(choice.ApplicationId)) != true)
                .WithMessage(_ => Bilingual.Of(
                    "An application cannot be decided on and left out.",
                    "Über einen Antrag kann nicht entschieden werden, wenn er wegfällt."));
        }
    }

    public override void Configure()
    {
        Post("/selections/{id:guid}/decisions");
        Policies(Can.PrepareSelections);
        Refuses([
            Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState,
            ProgrammeProblems.Cancelled, .. SelectionProblems.OfDecisions]);
    }

    protected override async Task<Outcome<Selection>> Handle(Tx tx, Request request)
    {
        if (await Selection.LockProgramme(tx, Id) is not { } programme)
            return Problems.NotFound;
        if (await tx.Execute(Touch, new { Id, SeenVersion, tx.Author.At }) == 0)
            return await Selection.WhyRefused(tx, Id, user, SeenVersion, SelectionStatus.Draft, SelectionStatus.SentBack);
        var selection = (await Selection.Find(tx, Id))!;
        if (await ExcludedPersons.WhyRefusedInProgramme(tx, user, programme.Id) is { } excluded)
            return excluded;
        if (CancelledProgramme.WhyRefused(programme) is { } cancelled)
            return cancelled;
        return await Selection.Decide(tx, Id, programme, Changed(selection.Choices(), request), AuditAction.SelectionEdited);
    }

    /// <summary>What the selection is to decide after the change; null has it filled in from the ranking.</summary>
    static IReadOnlyList<Choice>? Changed(List<Choice> before, Request change)
    {
        if (change is { Decisions: null, LeftOut: null })
            return null;
        var choices = change.Decisions ?? [];
        HashSet<Guid> gone = [.. choices.Select(choice => choice.ApplicationId), .. change.LeftOut ?? []];
        return
        [
            .. before.Where(choice => !gone.Contains(choice.ApplicationId)),
            .. choices,
        ];
    }

    const string Touch = """
        update Selection set Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status in ('draft', 'sent-back')
        """;
}
