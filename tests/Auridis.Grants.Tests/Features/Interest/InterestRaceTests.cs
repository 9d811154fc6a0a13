using Auridis.Grants.Tests.Features.BaseRates;

namespace Auridis.Grants.Tests.Features.Interest;

/// <summary>Interest, base rates and money at the same time.</summary>
public sealed class InterestRaceTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task In_the_autumn_of_2023()
    {
        await app.ItIs("2023-09-01");
        await app.Rate("2016-07-01", -0.88m);
    }

    /// <summary>Each year's money was used late in April, and a rate from the first of April waits for its confirmation.</summary>
    [Test]
    public async Task A_rate_and_interest_that_it_would_change_are_never_both_confirmed()
    {
        for (var year = 2017; year < 2023; year++)
        {
            var award = await app.Paid(on: $"{year}-01-15");
            var interest = (await app.ProposeLateUse(award, 1_000m, $"{year}-04-20")).Succeeded();
            var rate = (await app.ProposeRate($"{year}-04-01", year - 2010)).Succeeded();

            var answers = await Task.WhenAll(app.ConfirmInterest(interest), app.ConfirmRate(rate));

            Assert.That((answers[0].Code, answers[1].Code),
                Is.EqualTo(((string?)null, "rate-used")).Or.EqualTo(("interest-outdated", (string?)null)), $"{year}");
        }
    }

    [Test]
    public async Task Money_that_comes_in_while_interest_is_confirmed_is_counted_before_or_after_it()
    {
        var award = await app.Paid(on: "2016-07-04");
        var claim = await app.Claimed(award, 1_000_00);
        for (var month = 1; month <= 6; month++)
        {
            var proposed = (await app.ProposeInterest(claim, $"2023-0{month}-28")).Succeeded();

            // Paid in the month before: the interest is either asked as it was reckoned, or out of date.
            var answers = await Task.WhenAll(app.ConfirmInterest(proposed), app.Receive(claim, 100m, $"2022-0{month}-15"));

            Assert.That(answers[0].Code, Is.AnyOf(null, "interest-outdated"));
            Assert.That(answers[1].Code, Is.Null);
            if (answers[0].Code is not null)
                (await app.RefuseInterest(proposed)).Succeeded();
        }
        var last = await app.Interest(claim, "2023-07-31");

        // Whichever came first, in the end what is claimed is what all of it comes to.
        var demanded = await app.Db.Read(session => session.One<long>(
            "select sum(PrincipalCents - ReducedCents) from RepaymentClaim where AwardId = @Id and Kind = 'interest'", new { award.Id }),
            CancellationToken.None);
        Assert.That(new Money(demanded).ToAmount(), Is.EqualTo(last["interest.amount"]));
        Assert.That(await app.Balance(award.Id, "1410"), Is.EqualTo(demanded));
    }
}
