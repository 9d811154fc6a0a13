using Auridis.Grants.Api.Features.Programmes;
using Auridis.Grants.Tests.Features.BaseRates;

namespace Auridis.Grants.Tests.Features.Interest;

/// <summary>Interest on money that was used late.</summary>
public sealed class LateUseInterestTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task In_the_autumn_of_2023()
    {
        await app.ItIs("2023-09-01");
        await app.KnownRates();
    }

    /// <summary>20,000.00 used three weeks late: 11 days at 4.12 % and 10 at 6.62 %.</summary>
    [TestCase(InterestStart.UseByEnd, "61.11")]
    [TestCase(InterestStart.Payout, "198.82")]
    public async Task Money_that_was_used_late_bears_interest_to_the_day_of_its_use(string start, string interest)
    {
        var award = await app.Paid(terms => terms with { InterestStart = start });

        var proposed = (await app.ProposeLateUse(award, 20_000m, "2023-01-10")).Succeeded();
        var confirmed = (await app.ConfirmInterest(proposed)).Succeeded();

        Assert.That((confirmed["kind"], confirmed["disbursementId"], confirmed["amount.amount"], confirmed["until"]),
            Is.EqualTo(("late-use", award.PaymentId.ToString(), "20000.00", "2023-01-10")));
        Assert.That((await app.InterestClaim(confirmed))["principal.amount"], Is.EqualTo(interest));
    }

    [Test]
    public async Task No_money_bears_interest_twice_for_the_same_days()
    {
        var award = await app.Paid();
        await app.ConfirmInterest((await app.ProposeLateUse(award, 12_000m, "2023-01-10")).Succeeded());
        var second = (await app.ProposeLateUse(award, 5_000m, "2023-01-20")).Succeeded();

        var refused = (await app.ProposeLateUse(award, 3_000.01m, "2023-02-01")).Refused(409, "interest-asked-already");
        Assert.That((refused["chargeable.amount"], refused["amount.amount"]), Is.EqualTo(("3000.00", "3000.01")));
        (await app.RefuseInterest(second)).Succeeded();
        (await app.ProposeLateUse(award, 8_000.01m, "2023-02-01")).Refused(409, "interest-asked-already");

        // Of what is claimed back, 8,000.00 was not used late; 1,000.00 bore interest until 10 January.
        var claim = await app.Claimed(award, 9_000_00);
        var onClaim = (await app.ProposeInterest(claim, "2023-01-31")).Succeeded();
        Assert.That(ClaimInterestTests.Segments(onClaim), Is.EqualTo(new[]
        {
            "2022-12-21 2022-12-31 11 4.12 8000.00", "2023-01-01 2023-01-10 10 6.62 8000.00", "2023-01-11 2023-01-31 21 6.62 9000.00",
        }));
        (await app.ProposeLateUse(award, 0.01m, "2023-02-01")).Refused(409, "interest-asked-already");
    }

    [Test]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var (award, other) = (await app.Paid(), await app.Paid());
        Task<Answer> Propose(Guid payment, decimal euros = 1, string usedOn = "2023-01-10", string person = "finance-1") =>
            app.As(person).Post($"/awards/{award.Id}/interest",
                new { disbursementId = payment, amount = Reports.Euros(euros), usedOn });

        (await Propose(other.PaymentId)).Refused(400, "validation-failed");
        (await Propose(award.PaymentId, 0)).Refused(400, "validation-failed");
        (await Propose(award.PaymentId, usedOn: "2022-12-20")).Refused(400, "validation-failed");
        (await Propose(award.PaymentId, usedOn: "2023-09-02")).Refused(400, "validation-failed");
        (await Propose(award.PaymentId, person: "caseworker-1")).Refused(403, "forbidden");
        (await app.As("finance-1").Post($"/awards/{Guid.Empty}/interest",
            new { disbursementId = award.PaymentId, amount = Reports.Euros(1), usedOn = "2023-01-10" })).Refused(404, "not-found");
        (await app.Person("both", [Role.Applicant, Role.Finance], award.Ags).Post($"/awards/{award.Id}/interest",
            new { disbursementId = award.PaymentId, amount = Reports.Euros(1), usedOn = "2023-01-10" })).Refused(403, "decider-conflicted");
        var requested = await app.Requested(award);
        (await Propose(Guid.Parse(requested["id"]))).Refused(409, "wrong-state");

        Assert.That((await app.As("finance-1").Get($"/awards/{award.Id}/interest")).Succeeded().Json.GetProperty("items").GetArrayLength(),
            Is.Zero);
    }

    [Test]
    public async Task Proposals_at_once_never_name_more_than_the_payment_had()
    {
        var award = await app.Paid();
        var claim = await app.Claimed(award, 4_000_00);

        var proposing = Enumerable.Range(1, 9).Select(n => app.ProposeLateUse(award, 2_500m, $"2023-01-{n:00}")).ToList();
        var onClaim = app.ProposeInterest(claim, "2023-01-31");
        var answers = await Task.WhenAll(proposing);
        await onClaim;

        Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "interest-asked-already"));
        Assert.That(answers.Count(answer => answer.Code is null), Is.InRange(6, 8));
        Assert.That((await onClaim).Code, Is.Null);
    }

    [Test]
    public async Task Confirmations_and_refusals_at_once_end_in_one_of_two_states_with_the_right_money()
    {
        var award = await app.Paid();
        for (var day = 1; day <= 5; day++)
        {
            var proposed = (await app.ProposeLateUse(award, 1_000m, $"2023-01-{day:00}")).Succeeded();

            var answers = await Task.WhenAll(
                app.ConfirmInterest(proposed), app.ConfirmInterest(proposed, "finance-3"), app.RefuseInterest(proposed));

            Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
        }
        var confirmed = (await app.As("finance-1").Get($"/awards/{award.Id}/interest")).Succeeded().Json.GetProperty("items")
            .EnumerateArray().Where(item => item.GetProperty("status").GetString() == "confirmed").ToList();
        var claims = (await app.As("finance-1").Get($"/repayment-claims?awardId={award.Id}")).Succeeded().Json.GetProperty("items");
        Assert.That(claims.GetArrayLength(), Is.EqualTo(confirmed.Count));
        Assert.That(await app.Balance(award.Id, "1410"), Is.EqualTo(
            confirmed.Sum(item => (long)(100 * decimal.Parse(item.GetProperty("interest").GetProperty("amount").GetString()!, null)))));
    }
}
