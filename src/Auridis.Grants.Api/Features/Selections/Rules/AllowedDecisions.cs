using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// From what people choose to what a selection decides: only on applications of the ranking, and only as its rules allow. Selected ones
/// come first, then the waiting list, numbered from 1, then the rejected ones; each kind in turn.
/// </summary>
static class AllowedDecisions
{
    /// <summary>The decisions, or why the ranking does not allow them, in the documented order.</summary>
    public static Outcome<List<SelectionDecision>> Of(
        IReadOnlyList<Choice> choices, Ranking ranking, Programme programme, Quotas quotas)
    {
        if (LotOrder.WhyRefused(ranking) is { } tied)
            return tied;
        if (choices.Count == 0)
            return SelectionProblems.NothingRanked.With(("quorum", ranking.Quorum));
        if (NotDecidable(choices, ranking) is { } notDecidable)
            return notDecidable;
        if (ReviewQuorum.WhyRefused(choices, ranking) is { } belowQuorum)
            return belowQuorum;
        var selected = InTurn(choices, ranking).FindAll(pair => pair.Choice.Decision == DecisionKind.Select);
        if (CapPerSite.WhyRefused(programme.Terms, selected.Select(pair => pair.Choice.Amount!.Value)) is { } overCap)
            return overCap;
        if (AmountWithinRequest.WhyRefused(selected) is { } aboveRequest)
            return aboveRequest;
        if (NextPlace.WhyRefused(selected, ranking, quotas) is { } skipped)
            return skipped;
        return InOrder(choices, ranking);
    }

    /// <summary>What is decided by choices that the ranking allows.</summary>
    public static List<SelectionDecision> InOrder(IReadOnlyList<Choice> choices, Ranking ranking)
    {
        var ranked = InTurn(choices, ranking);
        return
        [
            .. ranked.FindAll(pair => pair.Choice.Decision == DecisionKind.Select).Select(pair => Decide(pair.Choice, pair.Application)),
            .. ranked.FindAll(pair => pair.Choice.Decision == DecisionKind.Waitlist)
                .Select((pair, index) => Decide(pair.Choice, pair.Application, index + 1)),
            .. ranked.FindAll(pair => pair.Choice.Decision == DecisionKind.Reject).Select(pair => Decide(pair.Choice, pair.Application)),
            .. ranking.BelowQuorum.Join(choices, application => application.Id, choice => choice.ApplicationId,
                (application, choice) => Decide(choice, application.Reference, application.OfficeAgs)),
        ];
    }

    static List<(RankedApplication Application, Choice Choice)> InTurn(IReadOnlyList<Choice> choices, Ranking ranking) =>
    [
        .. NextPlace.InTurn(ranking)
            .Join(choices, application => application.Id, choice => choice.ApplicationId, (Application, Choice) => (Application, Choice)),
    ];

    static Problem? NotDecidable(IReadOnlyList<Choice> choices, Ranking ranking)
    {
        HashSet<Guid> decidable = [.. ranking.Candidates().Select(candidate => candidate.Id)];
        return choices.FirstOrDefault(choice => !decidable.Contains(choice.ApplicationId)) is { } unknown
            ? SelectionProblems.NotDecidable.With(("applicationId", unknown.ApplicationId))
            : null;
    }

    static SelectionDecision Decide(Choice choice, RankedApplication application, int? waitlistRank = null) =>
        Decide(choice, application.Reference, application.OfficeAgs, waitlistRank);

    static SelectionDecision Decide(Choice choice, string reference, string officeAgs, int? waitlistRank = null) => new()
    {
        ApplicationId = choice.ApplicationId,
        ApplicationReference = reference,
        OfficeAgs = officeAgs,
        Decision = choice.Decision,
        Amount = choice.Amount,
        WaitlistRank = waitlistRank,
        Reason = choice.Reason,
    };
}
