using Auridis.Grants.Tests.Features.Interest;

namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>Of interest.</summary>
public sealed class InterestLetterTests(DatabaseKind kind) : ClaimLetterFixture(kind)
{
    /// <summary>245.03 are asked; then it turns out that the money had come long before, and 239.08 less are.</summary>
    [Test]
    public async Task Interest_is_asked_with_each_segment_and_told_anew_when_it_is_less()
    {
        var award = await app.Paid(Act);
        var claim = await app.Claimed(award);
        var proposed = (await app.ProposeInterest(claim, "2023-07-14")).Succeeded();
        Assert.That(await Letters(award), Is.Empty);
        var asked = await app.InterestClaim((await app.ConfirmInterest(proposed)).Succeeded());

        var letter = await Only(award);
        Assert.That((letter["kind"], letter["repaymentClaimId"], letter["remedy"]), Is.EqualTo(("interest", asked["id"], "objection")));
        var text = await Read(letter);
        Assert.That(text, Does.Contain($"Zinsbescheid zu {award.Reference}").And.Contain("Zinsen von 245,03 EUR")
            .And.Contain("21.12.202231.12.2022114,12 Prozent6.589,73 EUR").And.Contain("01.01.202330.06.20231816,62 Prozent6.589,73 EUR")
            .And.Contain("01.07.202314.07.2023148,12 Prozent6.589,73 EUR").And.Contain("02.10.2023").And.Contain(asked["reference"])
            .And.Contain(award.Reference + "-R1").And.Contain("§ 50 Absatz 2a SGB X").And.Contain("Widerspruch"));
        var announced = (await app.Dispatch(letter, "served")).Succeeded();
        Assert.That(announced["remedyEndsOn"], Is.EqualTo("2023-10-02"), "1 October 2023 is a Sunday");

        (await app.Receive(claim, 6_589.73m, "2022-12-28")).Succeeded();
        await app.Interest(claim, "2023-07-14");

        var less = await app.Letter(await Last(award));
        Assert.That((less["kind"], less["repaymentClaimId"]), Is.EqualTo(("interest", claim.Split('/')[^1])));
        Assert.That(await Read(less), Does.Contain("239,08 EUR weniger").And.Contain("sind es 5,95 EUR; 245,03 EUR waren schon verlangt")
            .And.Not.Contain("Zu zahlen sind"));
        await app.Interest(claim, "2023-07-14");
        Assert.That(await Letters(award), Has.Count.EqualTo(2), "nothing more, nothing less: nothing to tell");
    }

    /// <summary>245.03 were asked and waived in part or whole; then it comes to 5.95.</summary>
    [TestCase("200.00", "45,03 EUR weniger")]
    [TestCase(null, null)]
    public async Task Of_interest_that_is_waived_no_less_is_asked(string? waived, string? told)
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        var asked = await app.InterestClaim((await app.ConfirmInterest((await app.ProposeInterest(claim, "2023-07-14")).Succeeded()))
            .Succeeded());
        await app.Relieved($"/repayment-claims/{asked["id"]}", "waivers", waived);
        var before = (await Letters(award)).Count;
        (await app.Receive(claim, 6_589.73m, "2022-12-28")).Succeeded();

        await app.Interest(claim, "2023-07-14");

        Assert.That(await Letters(award), Has.Count.EqualTo(before + (told is null ? 0 : 1)));
        if (told is not null)
            Assert.That(await Read(await app.Letter(await Last(award))), Does.Contain(told));
    }

    [Test]
    public async Task Late_use_names_the_payment_and_the_day()
    {
        var award = await app.Paid();
        (await app.ConfirmInterest((await app.ProposeLateUse(award, 20_000m, "2023-01-10")).Succeeded())).Succeeded();

        Assert.That(await Read(await Only(award)), Does.Contain("Zinsen zum Fördervertrag").And.Contain("61,11 EUR")
            .And.Contain($"Von der Auszahlung {award.Reference}-P01 wurden 20.000,00 EUR erst am 10.01.2023 verwendet"));
    }

    [Test]
    public async Task Interest_that_is_not_asked_is_no_letter()
    {
        var award = await app.Paid(terms => terms with { InterestMinimum = new Money(5_00) });
        await app.Interest(await app.Claimed(award, 1_000_00), "2022-12-25");

        Assert.That(await Letters(award), Is.Empty);
    }
}
