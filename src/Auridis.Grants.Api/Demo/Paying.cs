using System.Globalization;
using System.Text.Json.Nodes;

namespace Auridis.Grants.Api.Demo;

/// <summary>
/// 2019 and 2020: four times a site asks for money, two people approve and release it, two settle it from the bank's statement.
/// </summary>
static class Paying
{
    static readonly DateOnly[] Dates = [new(2019, 2, 4), new(2019, 8, 5), new(2020, 2, 3), new(2020, 8, 3)];

    public static int Payments => Dates.Length;

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
        List<JsonObject> released = [];
        foreach (var site in sites)
        {
            var amount = amountFor(site);
            released.Add(await Release(round, site, amount));
            site.Paid = new Money(site.Paid.Cents + amount.Cents);
        }
        // Two days later the bank's statement shows them.
        await round.GoTo(on.AddDays(2));
        foreach (var payment in released)
        {
            await Settle(round, payment, on.AddDays(2));
            step();
        }
    }

    static async Task<JsonObject> Release(Round round, Site site, Money amount)
    {
        var payment = await round.Api.Post(site.Applicant, site.AwardPath + "/disbursements", new
        {
            amount = Round.Wire(amount),
            bankAccountId = site.BankAccountId,
            purpose = "Personalkosten und Moderation",
            need = Round.Wire(amount),
            unspent = Round.Wire(new Money(0)),
            ownUsed = Round.Wire(new Money(0)),
            thirdPartyUsed = Round.Wire(new Money(0)),
        });
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
            bookedOn = bookedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            bankReference = string.Create(CultureInfo.InvariantCulture, $"Auszug {bookedOn.Year}-{bookedOn.DayOfYear}"),
        });
        await round.Api.Post("treasury-2", $"/disbursements/{payment["id"]}/confirm-settlement", payment);
    }

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
