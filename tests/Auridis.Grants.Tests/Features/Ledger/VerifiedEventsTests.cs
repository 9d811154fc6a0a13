using Auridis.Grants.Api.Features.Ledger;
using Auridis.Grants.Tests.Features.BaseRates;
using Auridis.Grants.Tests.Features.FunderContributions;
using Auridis.Grants.Tests.Features.Interest;
using Auridis.Grants.Tests.Features.Repayments;

namespace Auridis.Grants.Tests.Features.Ledger;

/// <summary>
/// Whatever event is posted, what is kept beside the entries follows it: all events of the posting matrix are played through HTTP, and the
/// verification looks after each step.
/// </summary>
public sealed class VerifiedEventsTests(DatabaseKind kind) : ApiTests(kind)
{
    readonly HashSet<string> events = new(StringComparer.Ordinal);

    [SetUp]
    public Task After_the_funding_period() => app.ItIs("2023-09-01");

    [Test]
    [CancelAfter(Limit.OfATest)]
    public async Task After_each_event_of_the_matrix_all_that_is_kept_is_right()
    {
        await Contributions();
        await PaymentsThatArePaidOrFail();
        await MoneyBeforeAClaimAndTerminationInPart();
        await ClaimOnMoneyOfTheGrant();
        await PaymentOfACompletedAwardThatCameBack();
        await ClaimOfInterest();
        await ReportThatIsExaminedAnew();

        Assert.That(PostingMatrix.All.Select(rule => rule.Event).Except(events, StringComparer.Ordinal), Is.Empty, "never posted");
    }

    async Task Contributions()
    {
        var award = await SeededAward.Insert(app.Db, posted: true, dueOn: new DateOnly(2024, 6, 28));
        await app.Contributed(award.ProgrammeId, "90000.00");
        await Agrees(award);
        await app.Contributed(award.ProgrammeId, "3000.00", "returned");
        await Agrees(award);
    }

    async Task PaymentsThatArePaidOrFail()
    {
        var award = await SeededAward.Insert(app.Db, posted: true, dueOn: new DateOnly(2024, 6, 28));
        var settled = await app.Settled(award, "1000.00");
        await Agrees(award);
        await app.Return(settled, "2023-09-01");
        await Agrees(award);

        var stopping = (await app.Step("treasury-1", await app.Released(award, "2000.00"), "stop", new { reason = "Wrong" })).Succeeded();
        await Agrees(award);
        (await app.Step("treasury-2", stopping, "confirm-stop")).Succeeded();
        await Agrees(award);

        var instructed = await app.Instructed(award, "3000.00");
        await Agrees(award);
        var rejected = (await app.Step("treasury-1", instructed, "bank-rejection", Batches.Rejected("2023-09-01"))).Succeeded();
        (await app.Step("treasury-2", rejected, "confirm-bank-rejection")).Succeeded();
        await Agrees(award);

        (await app.Step("finance-1", await app.Requested(award, "4000.00"), "reject", new { reason = "Wrong" })).Succeeded();
        await Agrees(award);
    }

    /// <summary>Both bookings of the bank are posted; it was never paid, and is not drawn any more.</summary>
    [Test]
    public async Task A_return_that_is_recorded_before_its_booking()
    {
        var award = await SeededAward.Insert(app.Db, posted: true, dueOn: new DateOnly(2024, 6, 28));
        var instructed = await app.Instructed(award, "3000.00");
        Assert.That(await award.Funds(app), Is.EqualTo((3_000_00, 0, 100_000_00)));
        var recorded = (await app.Step("treasury-1", instructed, "return", Payments.Returned("2023-09-01"))).Succeeded();
        await Agrees(award);

        var returned = (await app.Step("treasury-2", recorded, "confirm-return")).Succeeded();

        Assert.That((returned["status"], returned["bookedOn"]), Is.EqualTo(("returned", "")));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        Assert.That((await app.Balance(award.Id, "1200"), await app.Balance(award.Id, "1360"), await app.Balance(award.Id, "1700"),
            await app.Balance(award.Id, "4000")), Is.EqualTo((0, 0, 0, 0)));
        Assert.That(await award.Committed(app), Is.EqualTo(100_000_00));
        await Agrees(award);
        await app.Settled(award, "3000.00");
        await Agrees(award);
    }

    async Task MoneyBeforeAClaimAndTerminationInPart()
    {
        var award = await SeededAward.Insert(app.Db, posted: true, dueOn: new DateOnly(2024, 6, 28));
        await app.Settled(award, "60000.00");
        var receipt = (await app.As("treasury-3").Post($"/awards/{award.Id}/repayments", new
        {
            amount = Reports.Euros(5_000m),
            receivedOn = "2023-09-01",
            bankReference = "B-1",
        }, key: Payments.Key)).Succeeded();
        await Agrees(award);
        (await app.Reverse(receipt)).Succeeded();
        await Agrees(award);

        var proposed = (await app.As("caseworker-1").Post($"/awards/{award.Id}/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = "2023-09-01",
            knownSince = "2023-09-01",
            keeps = Reports.Euros(41_237.50m),
            reason = "Für anderes verwendet.",
            inPart = true,
        })).Succeeded();
        (await app.As("decider-1").Post(proposed.Location + "/confirm", ifMatch: proposed.ETag, key: Payments.Key)).Succeeded();
        await Agrees(award);
    }

    async Task ClaimOnMoneyOfTheGrant()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, posted: true, dueOn: new DateOnly(2024, 6, 28));
        var first = await app.Settled(award, "40000.00");
        await app.Settled(award, "40000.00");
        var claim = (await app.Accepted(award, 70_000m))!;
        await Agrees(award);
        await Ease(award, claim);
        await Overpay(award, claim, 9_400m);
        await app.Return(first, "2023-09-01");
        await Agrees(award);
        await Refunds(award, claim);
    }

    async Task PaymentOfACompletedAwardThatCameBack()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, posted: true, dueOn: new DateOnly(2024, 6, 28));
        var settled = await app.Settled(award, "80000.00");
        await app.Accepted(award, 80_000m);
        var active = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();
        (await app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: active.ETag, key: Payments.Key)).Succeeded();
        await Agrees(award);
        await app.Return(settled, "2023-09-01");
        await Agrees(award);

        (await app.As(award.Applicant).Post($"/disbursements/{settled["id"]}/retry", award.Retry("80000.00"), key: Payments.Key))
            .Succeeded();

        await Agrees(award);
    }

    async Task ReportThatIsExaminedAnew()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, posted: true, dueOn: new DateOnly(2024, 6, 28));
        await app.Settled(award, "80000.00");
        var claim = (await app.Accepted(award, 70_000m))!;
        (await app.Receive(claim, 4_000m, "2023-09-01")).Succeeded();
        await Agrees(award);

        await app.Reopened(award);

        await Agrees(award);
    }

    async Task ClaimOfInterest()
    {
        await app.KnownRates();
        var award = await app.Paid();
        var claim = await app.Claimed(award);
        var asked = $"/repayment-claims/{(await app.Interest(claim, "2023-07-14"))["interestClaimId"]}";
        await Agrees(award);
        await Ease(award, asked, waived: 100m, writtenOff: 50m);
        await Overpay(award, asked, 150m);
        (await app.Receive(claim, 6_589.73m, "2022-12-28")).Succeeded();
        await app.Interest(claim, "2023-07-14");
        await Agrees(award);
        await Refunds(award, asked);
    }

    /// <summary>Of 2,000.00 the site gave 500.00 back; then the bank returns all: 500.00 of its own money are owed to it.</summary>
    [Test]
    public async Task A_return_of_money_that_was_paid_back_in_part()
    {
        var award = await SeededAward.Insert(app.Db, posted: true, dueOn: new DateOnly(2024, 6, 28));
        var settled = await app.Settled(award, "2000.00");
        (await app.As("treasury-3").Post($"/awards/{award.Id}/repayments", new
        {
            amount = Reports.Euros(500m),
            receivedOn = "2023-09-01",
            bankReference = "B-1",
        }, key: Payments.Key)).Succeeded();

        await app.Return(settled, "2023-09-01");

        Assert.That(await award.Funds(app), Is.EqualTo((-500_00, -500_00, 100_000_00)));
        Assert.That(await award.Committed(app), Is.EqualTo(100_000_00));
        await Agrees(award);
        await app.Settled(award, "500.00");
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        await Agrees(award);
    }

    /// <summary>A waiver and a write-off, both in part.</summary>
    async Task Ease(SeededAward award, string claim, decimal waived = 500m, decimal writtenOff = 300m)
    {
        foreach (var (path, euros) in ((string, decimal)[])[("waivers", waived), ("write-offs", writtenOff)])
        {
            var proposed = (await app.As("finance-1")
                .Post($"{claim}/{path}", new { reason = "Unbillig", amount = Reports.Euros(euros) }))
                .Succeeded();
            (await ReliefSteps.Confirm(app, proposed)).Succeeded();
            await Agrees(award);
        }
    }

    /// <summary>What is open, a part of the write-off and, after a reversal, once more.</summary>
    async Task Overpay(SeededAward award, string claim, decimal euros)
    {
        for (var time = 0; time < 2; time++)
        {
            (await app.Receive(claim, euros, "2023-09-01")).Succeeded();
            await Agrees(award);
            if (time == 0)
            {
                (await app.Reverse(await app.LastReceipt(claim))).Succeeded();
                await Agrees(award);
            }
        }
    }

    /// <summary>A credit that is refunded four times: stopped, rejected by the bank, paid and returned, and paid.</summary>
    async Task Refunds(SeededAward award, string claim)
    {
        var stopping = (await app.Step("treasury-1", await Released(), "stop", new { reason = "Wrong" })).Succeeded();
        await Agrees(award);
        (await app.Step("treasury-2", stopping, "confirm-stop")).Succeeded();
        await Agrees(award);
        var released = await Released();
        await app.HandedOver(released);
        var rejected = (await app.Step("treasury-1", await app.Again(released), "bank-rejection", Batches.Rejected("2023-09-01")))
            .Succeeded();
        (await app.Step("treasury-2", rejected, "confirm-bank-rejection")).Succeeded();
        await Agrees(award);
        var unbooked = await Released();
        await app.HandedOver(unbooked);
        var recorded = (await app.Step("treasury-1", await app.Again(unbooked), "return", Payments.Returned("2023-09-01"))).Succeeded();
        (await app.Step("treasury-2", recorded, "confirm-return")).Succeeded();
        await Agrees(award);
        var settled = await app.Settle((await app.Refund(award, claim)).Succeeded());
        await Agrees(award);
        await app.Return(settled, "2023-09-01");
        await Agrees(award);
        await app.Settle((await app.Refund(award, claim)).Succeeded());
        await Agrees(award);

        async Task<Answer> Released()
        {
            var approved = (await app.Step("finance-1", (await app.Refund(award, claim)).Succeeded(), "approve", Payments.Right))
                .Succeeded();
            return (await app.Step("finance-2", approved, "release")).Succeeded();
        }
    }

    async Task Agrees(SeededAward award)
    {
        var verified = (await app.As("auditor-1").Get("/ledger/verification")).Succeeded();
        Assert.That((verified["intact"], verified.Difference()), Is.EqualTo(("True", "none")));
        var entries = await app.Db.Read(session => session.All<string>(
            "select distinct Event from JournalEntry where ProgrammeId = @ProgrammeId", new { award.ProgrammeId }), CancellationToken.None);
        events.UnionWith(entries);
    }
}
