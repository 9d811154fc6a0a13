using System.Globalization;

namespace Auridis.Grants.Tests.Features.Awards;

/// <summary>Amendments beside requests and steps of payments: what is paid is drawn, and what is drawn is awarded.</summary>
public sealed class AmendmentRaceTests(DatabaseKind kind) : ApiTests(kind)
{
    [SetUp]
    public Task After_the_offer() => app.ItIs("2019-03-01");

    [Test]
    [CancelAfter(240_000)]
    public async Task A_reduction_and_requests_at_once_never_leave_more_drawn_than_awarded()
    {
        for (var round = 0; round < 4; round++)
        {
            var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00);
            var amendment = await Endorsed(award, Reduction("40000.00"));

            var approving = Approve(amendment, "decider-1");
            var requesting = Enumerable.Range(0, 12).Select(_ => app.As(award.Applicant)
                .Post($"/awards/{award.Id}/disbursements", award.Request("10000.00"), key: Payments.Key)).ToList();
            var approved = await approving;
            var requested = await Task.WhenAll(requesting);

            Assert.That(approved.Code, Is.AnyOf(null, "award-drawn"));
            Assert.That(requested.Select(answer => answer.Code), Is.All.AnyOf(null, "award-exceeded"));
            var funds = await award.Funds(app);
            Assert.That(funds.Amount, Is.EqualTo(approved.Code is null ? 40_000_00 : 80_000_00));
            Assert.That(funds.Drawn, Is.EqualTo(approved.Code is null ? 40_000_00 : 80_000_00), "all that there is was asked for");
            Assert.That(await award.Committed(app), Is.EqualTo(funds.Amount));
        }
    }

    [Test]
    [CancelAfter(240_000)]
    public async Task A_reduction_and_the_release_of_a_payment_at_once_agree()
    {
        var award = await SeededAward.Insert(app.Db);
        var payment = await app.Approved(award, "50000.00");
        var exact = await Endorsed(award, Reduction("50000.00"));

        var answers = await Task.WhenAll(Approve(exact, "decider-1"), Approve(exact, "decider-2"),
            app.Step("finance-2", payment, "release"));

        Assert.That(answers[..2].Count(answer => answer.Code is null), Is.EqualTo(1), "one amendment wins once");
        Assert.That(answers[..2].Select(answer => answer.Code), Is.All.AnyOf(null, "stale-version"));
        answers[2].Succeeded();
        Assert.That(await award.Funds(app), Is.EqualTo((50_000_00, 0, 50_000_00)));
        Assert.That(await app.Balance(award.Id, "9000"), Is.EqualTo(-50_000_00), "the promise, which no test posted, less what is freed");
    }

    [Test]
    [CancelAfter(240_000)]
    public async Task Of_many_increases_at_once_none_exceeds_the_budget()
    {
        // Awards of one programme: the budget leaves room for two of five increases.
        var round = await Round.Play(app, "AMEND-BUDGET", 5, terms => terms with { Budget = new Money(420_000_00) });
        var awards = await round.Offer([.. round.Applications]);
        List<Answer> endorsed = [];
        foreach (var offered in awards)
        {
            var award = (await app.Applicant(offered["officeAgs"]).Post(
                $"/awards/{offered["id"]}/accept", new { waiveRemedies = true }, offered.ETag)).Succeeded();
            endorsed.Add((await app.As("caseworker-1").Post($"/awards/{award["id"]}/amendments", new
            {
                kind = "increase",
                amount = Euros(90_000),
                lines = new[] { Line("personnel", 100_000), Line("training", 10_000) },
                financing = new { grant = Euros(90_000), own = Euros(15_000), thirdParty = Euros(5_000) },
                reason = "Mehr Bedarf",
            })).Succeeded());
        }

        var answers = await Task.WhenAll(endorsed.Select(amendment => Approve(amendment, "decider-1")));

        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(2));
        Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "budget-exhausted"));
        Assert.That((await round.Now())["committed.amount"], Is.EqualTo("420000.00"));
    }

    [Test]
    [CancelAfter(240_000)]
    public async Task Of_many_proposals_at_once_one_is_pending()
    {
        var award = await SeededAward.Insert(app.Db);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => app.As(i % 2 == 0 ? award.Applicant : "caseworker-1")
            .Post($"/awards/{award.Id}/amendments", Reduction(FormattableString.Invariant($"{50_000 + i}.00")))));

        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "amendment-pending"));
    }

    static object Reduction(string amount) =>
        new { kind = "reduction", amount = new { amount, currency = "EUR" }, reason = "Weniger Bedarf" };

    static object Line(string category, int euros) => new { category, amount = Euros(euros) };

    static object Euros(int euros) => new { amount = euros.ToString("0.00", CultureInfo.InvariantCulture), currency = "EUR" };

    async Task<Answer> Endorsed(SeededAward award, object body) =>
        (await app.As("caseworker-1").Post($"/awards/{award.Id}/amendments", body)).Succeeded();

    Task<Answer> Approve(Answer amendment, string person) =>
        app.As(person).Post($"/amendments/{amendment["id"]}/approve", ifMatch: amendment.ETag, key: Payments.Key);
}
