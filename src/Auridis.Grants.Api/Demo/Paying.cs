using System.Globalization;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Demo;

/// <summary>
/// 2019 and 2020: the funder pays in what was awarded. Four times a site asks for money, and two people approve and release it; two others
/// sign the batch of all sites, which is handed to the bank, and settle each payment from its statement. One is rejected by the bank, and
/// tried again.
/// </summary>
static class Paying
{
    static readonly DateOnly[] Dates = [new(2019, 2, 4), new(2019, 8, 5), new(2020, 2, 3), new(2020, 8, 3)];

    static readonly DateOnly Rejecting = Dates[2];

    public static int Payments => Dates.Length;

    /// <summary>The funder's money for all that was awarded: one person has seen it on the statement, another confirms it.</summary>
    public static async Task ReceiveFunds(Round round)
    {
        var contribution = await round.Api.Post("finance-1", round.ProgrammePath + "/contributions", new
        {
            kind = "received",
            amount = Round.Wire(new Money(round.Sites.Sum(site => site.Awarded.Cents))),
            bookedOn = Text(round.Today),
            bankReference = "Auridis gGmbH, Netzwerke 2018-A",
        });
        await round.Api.Post("finance-2", $"/contributions/{contribution["id"]}/confirm", contribution);
    }

    /// <summary>Each site names its account, and finance verifies it.</summary>
    public static async Task NameAccounts(Round round)
    {
        foreach (var site in round.Sites)
        {
            var office = round.Offices.Single(office => office["ags"]!.GetValue<string>() == site.Ags);
            var account = await round.Api.Post(site.Applicant, $"/youth-offices/{office["id"]}/bank-accounts",
                new { iban = Iban(round), bic = (string?)null, holder = $"Stadtkasse {site.Name}" });
            await round.Api.Post("finance-3", $"/bank-accounts/{account["id"]}/verify", account);
            site.BankAccountId = account["id"]!.GetValue<string>();
        }
    }

    public static async Task Pay(Round round, Action step)
    {
        for (var payment = 0; payment < Dates.Length; payment++)
        {
            // Quarters; the last one is what is left, or a little less when a site needs less than it was awarded.
            var last = payment == Dates.Length - 1;
            await Pay(round, Dates[payment], round.Sites, AmountFor, step);
            if (payment == 1)
                await Changing.Change(round);

            Money AmountFor(Site site) => new(last
                ? site.Awarded.Cents - site.Paid.Cents - round.Between(0, 3) * 500_00L
                : site.Awarded.Cents / 4);
        }
    }

    /// <summary>Sites whose reports entitle them to more than they have received request the rest.</summary>
    public static Task PayRest(Round round, DateOnly on) => Pay(
        round,
        on,
        round.Sites.Where(site => site.Spent.Cents > site.Paid.Cents),
        site => new Money(site.Spent.Cents - site.Paid.Cents),
        () => { });

    static async Task Pay(Round round, DateOnly on, IEnumerable<Site> sites, Func<Site, Money> amountFor, Action step)
    {
        await round.GoTo(on);
        List<Site> paid = [];
        foreach (var site in sites)
        {
            var amount = amountFor(site);
            await Release(round, await Request(round, site, amount));
            site.Paid = new Money(site.Paid.Cents + amount.Cents);
            paid.Add(site);
        }
        if (paid.Count == 0)
            return;
        var batch = await HandOver(round, on.AddDays(1));
        // The day after its execution the bank's statement shows them.
        await round.GoTo(on.AddDays(2));
        var payments = await round.Api.List("treasury-1", $"/payment-batches/{batch["id"]}/disbursements");
        var rejected = on == Rejecting ? round.OneOf(payments) : null;
        foreach (var payment in payments)
        {
            await Settle(round, payment == rejected ? await TryAgain(round, paid, payment) : payment, on.AddDays(2));
            step();
        }
        await Closed(round, batch);
    }

    /// <summary>All that is released goes into a batch, which two people sign and a third hands to the bank.</summary>
    static async Task<JsonObject> HandOver(Round round, DateOnly executionOn)
    {
        var batch = await round.Api.Post("treasury-3", "/payment-batches", new { executionOn = Text(executionOn) });
        foreach (var signer in (string[])["treasury-1", "treasury-2"])
            batch = await round.Api.Post(signer, $"/payment-batches/{batch["id"]}/sign", batch);
        return await round.Api.Post("treasury-3", $"/payment-batches/{batch["id"]}/hand-over", batch);
    }

    /// <exception cref="DemoFailedException">The bank has answered all of its payments, and it is not closed.</exception>
    static async Task Closed(Round round, JsonObject batch)
    {
        batch = await round.Api.Get("treasury-3", $"/payment-batches/{batch["id"]}");
        if (batch["status"]!.GetValue<string>() != "closed")
            throw new DemoFailedException($"The batch {batch["reference"]} is {batch["status"]}, and not closed.");
        round.Batches.Add(batch["reference"]!.GetValue<string>());
    }

    /// <summary>The bank has not carried a payment out, two people say so, and the site asks for it once more.</summary>
    static async Task<JsonObject> TryAgain(Round round, List<Site> sites, JsonObject payment)
    {
        var site = sites.Single(site => site.Ags == payment["officeAgs"]!.GetValue<string>());
        var path = $"/disbursements/{payment["id"]}";
        payment = await round.Api.Post("treasury-1", path + "/bank-rejection", payment,
            new { rejectedOn = Text(round.Today), bankReference = "AC04", reason = "Das Konto war vorübergehend nicht erreichbar." });
        await round.Api.Post("treasury-2", path + "/confirm-bank-rejection", payment);
        return await Release(round, await round.Api.Post(site.Applicant, path + "/retry", new
        {
            need = payment["amount"]!.DeepClone(),
            unspent = Round.Wire(new Money(0)),
            ownUsed = Round.Wire(new Money(0)),
            thirdPartyUsed = Round.Wire(new Money(0)),
            bankAccountId = site.BankAccountId,
        }));
    }

    static async Task<JsonObject> Request(Round round, Site site, Money amount)
    {
        return await round.Api.Post(site.Applicant, site.AwardPath + "/disbursements", new
        {
            amount = Round.Wire(amount),
            bankAccountId = site.BankAccountId,
            purpose = "Personalkosten und Moderation",
            need = Round.Wire(amount),
            unspent = Round.Wire(new Money(0)),
            ownUsed = Round.Wire(new Money(0)),
            thirdPartyUsed = Round.Wire(new Money(0)),
        });
    }

    static async Task<JsonObject> Release(Round round, JsonObject payment)
    {
        payment = await round.Api.Post("finance-1", $"/disbursements/{payment["id"]}/approve", payment, new
        {
            factuallyRight = true,
            arithmeticallyRight = true,
        });
        return await round.Api.Post("finance-2", $"/disbursements/{payment["id"]}/release", payment);
    }

    static async Task Settle(Round round, JsonObject payment, DateOnly bookedOn)
    {
        payment = await round.Api.Post("treasury-1", $"/disbursements/{payment["id"]}/settle", payment, new
        {
            bookedOn = Text(bookedOn),
            bankReference = string.Create(CultureInfo.InvariantCulture, $"Auszug {bookedOn.Year}-{bookedOn.DayOfYear}"),
        });
        await round.Api.Post("treasury-2", $"/disbursements/{payment["id"]}/confirm-settlement", payment);
    }

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A well-formed German IBAN with a made-up bank code and account.</summary>
    static string Iban(Round round)
    {
        var (bank, number) = (round.Between(100, 999), round.Between(1, 999_999_999));
        var account = string.Create(CultureInfo.InvariantCulture, $"40050{bank}{number:0000000000}");
        // D = 13, E = 14; the check digits make the whole leave 1 modulo 97 (ISO 13616).
        var check = 98 - (int)(UInt128.Parse(account + "131400", CultureInfo.InvariantCulture) % 97);
        return string.Create(CultureInfo.InvariantCulture, $"DE{check:00}{account}");
    }
}
