using System.Globalization;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Demo;

/// <summary>
/// 2021: spending reports with their receipts, the examination by two people, what a site is still entitled to, what is claimed back and
/// paid back; then each account is closed, and the programme with it. All sites take a step before the clock moves on to the next.
/// </summary>
static class Reporting
{
    public static async Task Report(Round round, Action step)
    {
        await round.GoTo(new DateOnly(2021, 3, 1));
        List<(Site Site, string Path, JsonObject Report)> reports = [];
        foreach (var site in round.Sites)
        {
            var (path, report) = await Submit(round, site);
            reports.Add((site, path, report));
        }
        await round.GoTo(new DateOnly(2021, 4, 12));
        foreach (var (site, path, report) in reports)
        {
            await Examine(round, path, report);
            site.Spent = Round.Amount((await round.Api.Get("finance-1", path + "/statement"))["entitlement"]);
        }
        await Paying.PayRest(round, new DateOnly(2021, 5, 3));
        await round.GoTo(new DateOnly(2021, 5, 10));
        foreach (var site in round.Sites)
        {
            await PayBack(round, site);
            await round.Api.Post("caseworker-1", site.AwardPath + "/complete", await round.Api.Get("caseworker-1", site.AwardPath));
            step();
        }
        round.Programme = await round.Api.Get("caseworker-1", round.ProgrammePath);
        round.Programme = await round.Api.Post("caseworker-1", round.ProgrammePath + "/complete", round.Programme);
    }

    static async Task<(string Path, JsonObject Report)> Submit(Round round, Site site)
    {
        var report = (await round.Api.List(site.Applicant, $"/spending-reports?awardId={site.Award["id"]}")).Single();
        var path = $"/spending-reports/{report["id"]}";
        report = await round.Api.Put(site.Applicant, path, report, new
        {
            narrative = "Das Netzwerk hat seine Runden zusammengelegt und den Übergang in die Grundschule verbindlich geregelt.",
            ownFunds = Round.Wire(OwnFunds(site)),
            thirdPartyIncome = Round.Wire(new Money(0)),
        });
        var added = await round.Api.Post(site.Applicant, path + "/receipts", new { receipts = Receipts(round, site) });
        report = added["report"]!.AsObject();
        var declared = new { expenditure = report["expenditure"]!.DeepClone() };
        return (path, await round.Api.Post(site.Applicant, path + "/submit", report, declared));
    }

    /// <summary>What the plan has beyond the award.</summary>
    static Money OwnFunds(Site site) =>
        new(site.Award["lines"]!.AsArray().Sum(line => Round.Amount(line!["amount"]).Cents) - site.Awarded.Cents);

    /// <summary>
    /// Twenty-four months of receipts by the lines of the award: a little less than was planned, now and then a little more on a line.
    /// </summary>
    static List<object> Receipts(Round round, Site site)
    {
        List<object> receipts = [];
        foreach (var line in site.Award["lines"]!.AsArray())
        {
            var spent = Round.Amount(line!["amount"]).Cents * round.Between(85, 104) / 100;
            var count = round.Between(3, 8);
            for (var i = 0; i < count; i++)
            {
                receipts.Add(new
                {
                    number = string.Create(CultureInfo.InvariantCulture, $"{line["category"]}-{i + 1:00}"),
                    paidOn = new DateOnly(2019, 2, 15).AddDays(i * 75).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    payee = "Laut Beleg",
                    purpose = "Netzwerkarbeit",
                    category = line["category"]!.GetValue<string>(),
                    amount = Round.Wire(new Money(i == count - 1 ? spent - spent / count * (count - 1) : spent / count)),
                });
            }
        }
        return receipts;
    }

    /// <summary>The examiner looks at what is flagged, and now and then disallows a receipt; a second person accepts.</summary>
    static async Task Examine(Round round, string path, JsonObject report)
    {
        report = await round.Api.Post("finance-1", path + "/examine", report);
        var receipts = await round.Api.List("finance-1", path + "/receipts");
        var disallowed = round.Between(1, 3) == 1 ? round.OneOf(receipts) : null;
        var found = await round.Api.Post("finance-1", path + "/findings", report, new
        {
            findings = receipts.Where(receipt => receipt == disallowed || receipt["flags"]!.AsArray().Count > 0).Select(receipt => new
            {
                receiptId = receipt["id"]!.GetValue<string>(),
                recognised = Round.Wire(receipt == disallowed ? new Money(0) : Round.Amount(receipt["amount"])),
                reason = receipt == disallowed ? "Nicht dem Zweck zuzuordnen." : "Kein zweites Mal bezahlt.",
            }),
        });
        var examined = found["report"]!.AsObject();
        var claim = Round.Amount(found["statement"]!["claim"]);
        if (claim.Cents > 0)
            examined = await Hear(round, path, examined, claim);
        await round.Api.Post("finance-2", path + "/accept", examined);
    }

    /// <summary>The office is heard on what is to be claimed back, and agrees.</summary>
    static async Task<JsonObject> Hear(Round round, string path, JsonObject report, Money claim)
    {
        report = await round.Api.Post("finance-1", path + "/hearing", report,
            new { sentOn = "2021-04-01", replyBy = "2021-04-23", draftClaim = Round.Wire(claim) });
        return await round.Api.Post("finance-1", path + "/hearing/reply", report, new { reply = "Die Rückforderung wird anerkannt." });
    }

    static async Task PayBack(Round round, Site site)
    {
        foreach (var claim in await round.Api.List("finance-1", $"/repayment-claims?awardId={site.Award["id"]}"))
        {
            // The interest was asked before, and is paid.
            if (claim["kind"]!.GetValue<string>() == "interest")
                continue;
            var principal = Round.Amount(claim["principal"]);
            await round.Api.Post("treasury-1", $"/repayment-claims/{claim["id"]}/receipts", claim,
                new { amount = Round.Wire(principal), receivedOn = "2021-05-10", bankReference = $"Rückzahlung {site.Reference}" });
            site.Returned = principal;
        }
    }
}
