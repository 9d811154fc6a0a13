using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Selections;

/// <summary>
/// What a selection decides when nobody has chosen: in turn the requested amount for each application while places and money last, and the
/// waiting list for all others. An application that a full quota keeps out is gone past, and waits with the reason <c>quota</c>. The first
/// one that the money does not reach ends it: one that came after it would be put before it.
/// </summary>
static class FilledFromRanking
{
    /// <summary>Why an application waits that a full quota keeps out.</summary>
    public const string QuotaReason = "quota";

    public static List<Choice> Of(Ranking ranking, Programme programme, Quotas quotas)
    {
        var places = programme.Terms.SiteLimit - programme.Selected;
        var money = programme.Terms.Budget.Cents - programme.Committed.Cents;
        List<Choice> choices = [];
        List<string> placed = [];
        var ended = false;
        foreach (var application in NextPlace.InTurn(ranking))
        {
            ended = ended || placed.Count == places;
            var keptOut = !ended && quotas.KeepOut(application.OfficeAgs, placed);
            ended = ended || (!keptOut && application.Requested.Cents > money);
            if (ended || keptOut)
            {
                choices.Add(new Choice(application.Id, DecisionKind.Waitlist, Reason: keptOut ? QuotaReason : null));
                continue;
            }
            money -= application.Requested.Cents;
            placed.Add(application.OfficeAgs);
            choices.Add(new Choice(application.Id, DecisionKind.Select, application.Requested));
        }
        return choices;
    }
}
