using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// What a selection decides when nobody has chosen: in turn the requested amount for each application while places and money last, and the
/// waiting list for all others. The first application that the money does not reach ends it: one that came after it would be put before it.
/// </summary>
static class FilledFromRanking
{
    public static List<Choice> Of(Ranking ranking, Programme programme)
    {
        var places = programme.Terms.SiteLimit - programme.Selected;
        var money = programme.Terms.Budget.Cents - programme.Committed.Cents;
        var turn = NextPlace.InTurn(ranking);
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
}
