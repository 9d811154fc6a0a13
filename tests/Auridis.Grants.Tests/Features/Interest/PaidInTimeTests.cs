using Auridis.Grants.Tests.Features.BaseRates;
using Auridis.Grants.Tests.Features.Repayments;

namespace Auridis.Grants.Tests.Features.Interest;

/// <summary>Who is not to blame and has paid in time owes no interest; what a deferral is for that, and what it is not.</summary>
public sealed class PaidInTimeTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task In_the_autumn_of_2023()
    {
        await app.ItIs("2023-09-01");
        await app.KnownRates();
    }

    [Test]
    public async Task A_site_that_is_not_to_blame_and_pays_in_time_owes_none()
    {
        var inTime = await app.Claimed(await app.Paid());
        (await app.Receive(inTime, 6_589.73m, "2023-06-01")).Succeeded();
        Task<Answer> NotToBlame(string claim, string? reason) =>
            app.As("finance-1").Post(claim + "/interest", new { until = "2023-06-01", notToBlame = true, reason });

        (await NotToBlame(inTime, null)).Refused(400, "validation-failed");
        var proposed = (await NotToBlame(inTime, "The bank was closed.")).Succeeded();
        Assert.That((proposed["notToBlame"], proposed["reason"], proposed["interest.amount"], proposed["nothingBecause"]),
            Is.EqualTo(("True", "The bank was closed.", "0.00", "not-to-blame")));
        Assert.That((await app.ConfirmInterest(proposed)).Succeeded()["interestClaimId"], Is.Empty);

        var late = await app.Claimed(await app.Paid());
        (await app.Receive(late, 6_589.72m, "2023-06-01")).Succeeded();
        (await app.Receive(late, 0.01m, "2023-06-02")).Succeeded();
        var refused = (await NotToBlame(late, "The bank was closed.")).Refused(409, "paid-too-late");
        Assert.That((refused["open.amount"], refused["dueOn"]), Is.EqualTo(("0.01", "2023-06-01")));
    }

    /// <summary>Due on 1 June 2023, deferred to 14 July, paid on that day: the same 245.03 as without.</summary>
    [Test]
    public async Task A_deferral_does_not_stop_interest()
    {
        var claim = await app.Claimed(await app.Paid());
        await app.ItIs("2023-05-30");
        await app.Relieved(claim, "deferrals", until: "2023-07-14");
        await app.ItIs("2023-09-01");
        (await app.Receive(claim, 6_589.73m, "2023-07-14")).Succeeded();

        var proposed = (await app.ProposeInterest(claim, "2023-09-01")).Succeeded();

        Assert.That(ClaimInterestTests.Segments(proposed), Is.EqualTo(new[]
        {
            "2022-12-21 2022-12-31 11 4.12 6589.73", "2023-01-01 2023-06-30 181 6.62 6589.73", "2023-07-01 2023-07-14 14 8.12 6589.73",
        }));
        Assert.That(proposed["interest.amount"], Is.EqualTo("245.03"));
    }

    /// <summary>Due on 1 June 2023, a Thursday, and deferred to 14 July, a Friday.</summary>
    [TestCase("2023-06-01", "2023-07-14", null, TestName = "Granted on the day it was due")]
    [TestCase("2023-06-01", "2023-07-15", "2023-07-14", TestName = "Paid after its last day")]
    [TestCase("2023-06-02", "2023-07-14", "2023-06-01", TestName = "Granted when the day was missed")]
    public async Task In_time_is_also_by_the_end_of_a_deferral_that_was_granted_before(string grantedOn, string paidOn, string? lateAfter)
    {
        var claim = await app.Claimed(await app.Paid());
        await app.ItIs(grantedOn);
        await app.Relieved(claim, "deferrals", until: "2023-07-14");
        await app.ItIs("2023-09-01");
        (await app.Receive(claim, 6_589.73m, paidOn)).Succeeded();

        var proposed = await app.As("finance-1").Post(
            claim + "/interest", new { until = paidOn, notToBlame = true, reason = "The bank was closed." });

        if (lateAfter is null)
            Assert.That(proposed.Succeeded()["nothingBecause"], Is.EqualTo("not-to-blame"));
        else
            Assert.That(proposed.Refused(409, "paid-too-late")["dueOn"], Is.EqualTo(lateAfter));
    }

    /// <summary>Ended by a person on 20 June: it is due again as it was, and paid in time until that day.</summary>
    [TestCase("2023-06-20", null)]
    [TestCase("2023-06-21", "2023-06-20")]
    public async Task A_deferral_that_was_ended_counts_until_then(string paidOn, string? lateAfter)
    {
        var claim = await app.Claimed(await app.Paid());
        await app.ItIs("2023-05-30");
        var deferral = await app.Relieved(claim, "deferrals", until: "2023-07-14");
        await app.ItIs("2023-06-20");
        (await app.As("finance-1").Post(deferral + "/end", new { reason = "They can pay." }, (await app.Seen(deferral)).ETag)).Succeeded();
        Assert.That((await app.Seen(claim))["overdue"], Is.EqualTo("True"));
        await app.ItIs("2023-09-01");
        (await app.Receive(claim, 6_589.73m, paidOn)).Succeeded();

        var proposed = await app.As("finance-1").Post(
            claim + "/interest", new { until = paidOn, notToBlame = true, reason = "The bank was closed." });

        Assert.That((proposed.Code, proposed.Code is null ? null : proposed["dueOn"]),
            Is.EqualTo((lateAfter is null ? null : "paid-too-late", lateAfter)));
    }
}
