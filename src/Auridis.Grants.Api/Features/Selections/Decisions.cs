using Auridis.Grants.Api.Features.Programmes;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>What is to be decided on an application.</summary>
/// <param name="ApplicationId">The application; each stands once in a selection.</param>
/// <param name="Decision">What is decided.</param>
/// <param name="Amount">What is awarded, at most what was asked for and the programme's cap; only with <c>select</c>.</param>
/// <param name="Reason">Up to 2,000 characters. Needed with <c>reject</c>, and with <c>select</c> when an application whose turn is earlier is not selected: the waiting list comes first, then the ranking.</param>
sealed record Choice(
    Guid ApplicationId,
    [property: OneOf(typeof(DecisionKind))] string Decision,
    Money? Amount = null,
    string? Reason = null);

/// <summary>What a selection decides on an application.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Reference">The application's number.</param>
/// <param name="OfficeAgs">The office that applies.</param>
/// <param name="Decision">What is decided.</param>
/// <param name="Amount">What is awarded; only with <c>select</c>.</param>
/// <param name="WaitlistRank">Its place among those that the selection puts on the waiting list or leaves there, from 1; only with <c>waitlist</c>.</param>
/// <param name="Reason">Why, where a reason is needed or given; null otherwise.</param>
sealed record SelectionDecision(
    Guid ApplicationId,
    string Reference,
    string OfficeAgs,
    [property: OneOf(typeof(DecisionKind))] string Decision,
    Money? Amount,
    int? WaitlistRank,
    string? Reason);

/// <summary>The shape of choices.</summary>
sealed class ChoiceValidator : AbstractValidator<Choice>
{
    public ChoiceValidator()
    {
        RuleFor(choice => choice.Decision).OneOf(typeof(DecisionKind));
        RuleFor(choice => choice.Amount).NotNull().When(choice => choice.Decision == DecisionKind.Select);
        RuleFor(choice => choice.Amount).Null().When(choice => choice.Decision != DecisionKind.Select);
        RuleFor(choice => choice.Amount!.Value).Positive().OverridePropertyName("Amount").When(choice => choice.Amount is not null);
        RuleFor(choice => choice.Reason!).Prose(2000).When(choice => choice.Reason is not null || choice.Decision == DecisionKind.Reject);
    }
}

static class ChoiceRules
{
    /// <summary>1 to 1,000 choices, each application once; null is allowed.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<Choice>?> Choices<T>(this IRuleBuilder<T, IReadOnlyList<Choice>?> rule) => rule!
        .AtMost(1000, least: 1)
        .WithMessage(_ => Bilingual.Of("1 to 1,000 applications are decided on.", "Entschieden wird über 1 bis 1.000 Anträge."))
        .Must(choices => choices is null || choices.DistinctBy(choice => choice.ApplicationId).Count() == choices.Count)
        .WithMessage(_ => Bilingual.Of("Each application may stand once.", "Jeder Antrag darf einmal stehen."))!;
}

/// <summary>From what people choose to what a selection decides, as the ranking allows it.</summary>
static class Decisions
{
    /// <summary>
    /// In turn: the requested amount for one after the other while places and money last, all the others on the waiting list. The first
    /// one that the money does not reach ends it: whoever came after it would be put before it.
    /// </summary>
    public static List<Choice> Fill(Ranking ranking, Programme programme)
    {
        var places = programme.Terms.SiteLimit - programme.Selected;
        var money = programme.Terms.Budget.Cents - programme.Committed.Cents;
        var turn = ranking.InTurn();
        List<Choice> choices = [];
        foreach (var application in turn)
        {
            if (choices.Count == places || application.Requested.Cents > money)
                break;
            money -= application.Requested.Cents;
            choices.Add(new Choice(application.Id, DecisionKind.Select, application.Requested));
        }
        choices.AddRange(turn.Skip(choices.Count).Select(application => new Choice(application.Id, DecisionKind.Waitlist)));
        return choices;
    }

    /// <summary>The decisions, selected ones first, each kind in turn; or why the ranking does not allow them.</summary>
    public static Outcome<List<SelectionDecision>> Of(IReadOnlyList<Choice> choices, Ranking ranking, Programme programme)
    {
        if (ranking.Tied > 0)
            return SelectionProblems.LotNotDrawn.With(("tied", ranking.Tied));
        if (choices.Count == 0)
            return SelectionProblems.NothingRanked.With(("quorum", ranking.Quorum));
        if (NotRanked(choices, ranking) is { } notRanked)
            return notRanked;
        var ranked = ranking.InTurn().Join(choices, application => application.Id, choice => choice.ApplicationId, (Application, Choice) => (Application, Choice)).ToList();
        var selected = ranked.Where(pair => pair.Choice.Decision == DecisionKind.Select).ToList();
        if (CapPerSite.WhyRefused(programme.Terms, selected.Select(pair => pair.Choice.Amount!.Value)) is { } overCap)
            return overCap;
        if (AboveRequest(selected) is { } aboveRequest)
            return aboveRequest;
        if (Skip(selected, ranking) is var (before, skipped))
            return SelectionProblems.SkipNeedsReason.With(("reference", before.Reference), ("skipped", skipped.Reference));
        var rank = 0;
        return (List<SelectionDecision>)
        [
            .. selected.Select(pair => Decision(pair.Choice, pair.Application.Reference, pair.Application.OfficeAgs)),
            .. ranked.Where(pair => pair.Choice.Decision == DecisionKind.Waitlist)
                .Select(pair => Decision(pair.Choice, pair.Application.Reference, pair.Application.OfficeAgs, ++rank)),
            .. ranked.Where(pair => pair.Choice.Decision == DecisionKind.Reject)
                .Select(pair => Decision(pair.Choice, pair.Application.Reference, pair.Application.OfficeAgs)),
            .. ranking.BelowQuorum.Join(choices, application => application.Id, choice => choice.ApplicationId,
                (application, choice) => Decision(choice, application.Reference, application.OfficeAgs)),
        ];
    }

    static SelectionDecision Decision(Choice choice, string reference, string officeAgs, int? waitlistRank = null) =>
        new(choice.ApplicationId, reference, officeAgs, choice.Decision, choice.Amount, waitlistRank, choice.Reason);

    static Problem? NotRanked(IReadOnlyList<Choice> choices, Ranking ranking)
    {
        var ranked = ranking.Ranked.Select(application => application.Id).ToHashSet();
        var below = ranking.BelowQuorum.ToDictionary(application => application.Id);
        if (choices.FirstOrDefault(choice => !ranked.Contains(choice.ApplicationId) && !below.ContainsKey(choice.ApplicationId)) is { } unknown)
            return SelectionProblems.NotDecidable.With(("application", unknown.ApplicationId));
        if (choices.FirstOrDefault(choice => choice.Decision != DecisionKind.Reject && below.ContainsKey(choice.ApplicationId)) is not { } early)
            return null;
        var unranked = below[early.ApplicationId];
        return SelectionProblems.QuorumNotMet.With(("reference", unranked.Reference), ("reviews", unranked.Reviews!.Count), ("quorum", ranking.Quorum));
    }

    static Problem? AboveRequest(List<(RankedApplication Application, Choice Choice)> selected)
    {
        foreach (var (application, choice) in selected)
        {
            if (choice.Amount!.Value.Cents > application.Requested.Cents)
                return SelectionProblems.AboveRequest.With(("reference", application.Reference), ("requested", application.Requested), ("wanted", choice.Amount.Value));
        }
        return null;
    }

    /// <summary>The first application that is selected without a reason although another's turn is earlier, and that other one; null when there is none.</summary>
    static (RankedApplication Before, RankedApplication Skipped)? Skip(List<(RankedApplication Application, Choice Choice)> selected, Ranking ranking)
    {
        var turn = ranking.InTurn();
        // The n-th selected has the n-th turn, unless one before it was left out.
        for (var n = 0; n < selected.Count; n++)
        {
            if (turn[n].Id != selected[n].Application.Id && selected[n].Choice.Reason is null)
                return (selected[n].Application, turn.First(earlier => selected.TrueForAll(pair => pair.Application.Id != earlier.Id)));
        }
        return null;
    }

    /// <summary>
    /// The first application that these decisions put before another one which stood behind it, or in no ranking at all, when they were made;
    /// null when there is none. Whoever gave a reason for passing others over did not give it for that one.
    /// </summary>
    public static RankedApplication? Overtaken(IReadOnlyList<SelectionDecision> decisions, Ranking then, Ranking now)
    {
        var kinds = decisions.ToDictionary(decision => decision.ApplicationId, decision => decision.Decision);
        var places = then.InTurn().Index().ToDictionary(place => place.Item.Id, place => place.Index);
        var turn = now.InTurn();
        foreach (var (n, application) in turn.Index())
        {
            var kind = kinds.GetValueOrDefault(application.Id);
            if (kind is not (DecisionKind.Select or DecisionKind.Waitlist))
                continue;
            // Nothing was tied then. What is tied now is so with one that came later, and only the lot can tell which of them is first.
            if (application.Tied || turn.Take(n).Any(earlier => IsNew(earlier, places[application.Id]) && !FaresAsWell(earlier, kind)))
                return application;
        }
        return null;

        bool IsNew(RankedApplication earlier, int place) => places.GetValueOrDefault(earlier.Id, int.MaxValue) > place;

        bool FaresAsWell(RankedApplication earlier, string kind) => kinds.GetValueOrDefault(earlier.Id) is { } own && (own == kind || own == DecisionKind.Select);
    }
}
