namespace Auridis.Grants.Api.Demo;

/// <summary>
/// September 2019: a site tells that its plan has changed, and its award is amended by three people; another has used money late, and owes
/// interest on it.
/// </summary>
static class Changing
{
    public static async Task Change(Round round)
    {
        await round.GoTo(new DateOnly(2019, 9, 2));
        await Amend(round, round.OneOf(round.Sites));
        await AskInterest(round, round.OneOf(round.Sites));
    }

    /// <summary>
    /// Half of what was planned for events goes into services: the office proposes, a caseworker endorses, a decider approves.
    /// </summary>
    static async Task Amend(Round round, Site site)
    {
        var notice = await round.Api.Post(site.Applicant, site.AwardPath + "/notices",
            new { kind = "other", text = "Statt einer Fachtagung brauchen wir mehr Moderation der Runden vor Ort." });
        var half = new Money(Line(site, "events").Cents / 2);
        var amendment = await round.Api.Post(site.Applicant, site.AwardPath + "/amendments", new
        {
            kind = "shift",
            lines = site.Award["lines"]!.AsArray().Select(line => line!["category"]!.GetValue<string>()).Select(category => new
            {
                category,
                amount = Round.Wire(new Money(Line(site, category).Cents + category switch
                {
                    "events" => -half.Cents,
                    "services" => half.Cents,
                    _ => 0,
                })),
            }),
            reason = "Die Fachtagung entfällt; die Moderation vor Ort wird verstärkt.",
            noticeId = notice["id"],
        });
        amendment = await round.Api.Post("caseworker-1", $"/amendments/{amendment["id"]}/endorse", amendment);
        await round.Api.Post("decider-1", $"/amendments/{amendment["id"]}/approve", amendment);
        site.Award = await round.Api.Get("caseworker-1", site.AwardPath);
        await round.Dispatch(site.Award["applicationId"]!.GetValue<string>());
    }

    /// <summary>
    /// Half of the first payment was used after its use-by date. Two people ask the interest, which comes in two weeks later.
    /// </summary>
    static async Task AskInterest(Round round, Site site)
    {
        var rate = await round.Api.Post("admin-1", "/base-rates", new { validFrom = "2016-07-01", percent = -0.88m });
        await round.Api.Post("finance-1", $"/base-rates/{rate["id"]}/confirm", rate);
        var first = (await round.Api.List("finance-1", $"/disbursements?awardId={site.Award["id"]}"))[0];
        var interest = await round.Api.Post("finance-1", site.AwardPath + "/interest", new
        {
            disbursementId = first["id"],
            amount = Round.Wire(new Money(Round.Amount(first["amount"]).Cents / 2)),
            usedOn = "2019-06-17",
        });
        interest = await round.Api.Post("finance-2", $"/interest-calculations/{interest["id"]}/confirm", interest);
        await round.GoTo(new DateOnly(2019, 9, 16));
        var claim = await round.Api.Get("treasury-1", $"/repayment-claims/{interest["interestClaimId"]}");
        await round.Api.Post("treasury-1", $"/repayment-claims/{claim["id"]}/receipts", claim,
            new { amount = claim["principal"]!.DeepClone(), receivedOn = "2019-09-16", bankReference = $"Zinsen {site.Reference}" });
        site.Interest = Round.Amount(claim["principal"]);
    }

    static Money Line(Site site, string category) => Round.Amount(
        site.Award["lines"]!.AsArray().Single(line => line!["category"]!.GetValue<string>() == category)!["amount"]);
}
