using Auridis.Grants.Tests.Features.Ledger;

namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>
/// The bank returns a payment after its award was completed or terminated: the site draws again what it is entitled to, or what it keeps.
/// </summary>
public sealed class RetryAfterTheEndTests(DatabaseKind kind) : PaymentFixture(kind)
{
    [SetUp]
    public Task After_the_funding_period() => app.ItIs("2021-03-01");

    /// <summary>80,000.00 in two payments, all of it recognised; the second one comes back, also when the programme is completed.</summary>
    [Test]
    public async Task Of_a_completed_award_it_is_committed_anew_and_paid()
    {
        var (award, second) = await Completed();
        var programme = (await app.As("auditor-1").Get($"/programmes/{award.ProgrammeId}")).Succeeded();
        (await app.As("caseworker-1").Post($"/programmes/{award.ProgrammeId}/complete", ifMatch: programme.ETag)).Succeeded();
        Assert.That(await Tasks(award), Is.Empty);

        var returned = await app.Return(second, "2021-03-01");
        Assert.That(await award.Committed(app), Is.EqualTo(40_000_00), "what came back is free for others");
        Assert.That(await Tasks(award), Is.EqualTo(new[] { $"/awards/{award.Id} 2021-03-01" }));
        Assert.That((await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request("1.00"), key: Payments.Key))
            .Refused(409, "award-not-active")["actual"], Is.EqualTo("completed"));

        (await Retry(award, returned, "40000.00", "40000.01")).Refused(400, "validation-failed");
        (await Retry(award, returned, "40000.00", "0.00")).Refused(400, "validation-failed");
        (await Retry(award, returned, "39999.99")).Refused(409, "need-exceeded");
        var again = (await Retry(award, returned, "40000.00")).Succeeded();
        Assert.That((again["status"], again["retryOf"], again["amount.amount"], again["reference"]),
            Is.EqualTo(("requested", returned["id"], "40000.00", award.Reference + "-P03")));
        Assert.That((await award.Committed(app), await Promised(award)), Is.EqualTo((80_000_00, 40_000_00)));
        Assert.That(await Tasks(award), Is.Empty);
        Assert.That((await Retry(award, returned, "1.00", "0.01")).Refused(409, "award-exceeded")["available.amount"],
            Is.EqualTo("0.00"));
        await Agrees(award);

        await app.Settle(again);

        Assert.That((await award.Committed(app), await Promised(award)), Is.EqualTo((80_000_00, 0)));
        var shown = (await app.As(award.Applicant).Get($"/awards/{award.Id}")).Succeeded();
        Assert.That((shown["status"], shown["drawn.amount"], shown["paid.amount"]), Is.EqualTo(("completed", "80000.00", "80000.00")));
        await Agrees(award);
        await app.Return((await app.As("finance-1").Get($"/disbursements/{again["id"]}")).Succeeded(), "2021-03-01");
        Assert.That(await award.Committed(app), Is.EqualTo(40_000_00));
        (await Retry(award, again, "40000.00")).Succeeded();
        await Agrees(award);
    }

    /// <summary>
    /// 80,000.00 paid, entitled to 70,000.00, 10,000.00 repaid. Of 40,000.00 that come back 10,000.00 are a credit, which is refunded.
    /// </summary>
    [Test]
    public async Task Not_more_than_the_entitlement_is_drawn_beside_what_is_refunded()
    {
        var (award, second) = await Completed(spent: 70_000m);
        var returned = await app.Return(second, "2021-03-01");

        var refused = (await Retry(award, returned, "40000.00")).Refused(409, "final-report-accepted");
        Assert.That((refused["entitlement.amount"], refused["available.amount"]), Is.EqualTo(("70000.00", "30000.00")));
        (await Retry(award, returned, "40000.00", "30000.01")).Refused(409, "final-report-accepted");
        Assert.That(await award.Committed(app), Is.EqualTo(40_000_00), "30,000.00 are at the site, and 10,000.00 are its credit");
        await app.Settle((await Retry(award, returned, "40000.00", "30000.00")).Succeeded());

        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00));
        await Agrees(award);
    }

    [TestCase("cancelled")]
    [TestCase("rejected")]
    [TestCase("stopped")]
    [TestCase("bank-rejected")]
    [TestCase("returned")]
    public async Task What_fails_once_more_is_free_again_and_tried_again(string failure)
    {
        var (award, second) = await Completed();
        var again = (await Retry(award, await app.Return(second, "2021-03-01"), "40000.00")).Succeeded();
        var budget = await award.Committed(app);

        var failed = await Fail(award, again, failure);

        Assert.That((failed["status"], budget), Is.EqualTo((failure, 80_000_00L)));
        Assert.That((await award.Committed(app), await Promised(award)), Is.EqualTo((40_000_00, 0)));
        Assert.That(await Tasks(award), Has.Count.EqualTo(1));
        await Agrees(award);
        var last = (await Retry(award, failure == "cancelled" ? second : failed, "40000.00")).Succeeded();
        await app.Settle(last);
        Assert.That(await award.Committed(app), Is.EqualTo(80_000_00));
        await Agrees(award);
    }

    [Test]
    public async Task When_others_have_got_the_money_the_budget_refuses_it()
    {
        var (award, second) = await Completed(budgetCents: 80_000_00);
        var returned = await app.Return(second, "2021-03-01");
        await Commit(award, 1);

        var refused = (await Retry(award, returned, "40000.00")).Refused(409, "budget-exhausted");

        Assert.That((refused["budget.amount"], refused["committed.amount"], refused["wantedAmount.amount"]),
            Is.EqualTo(("80000.00", "40000.01", "40000.00")));
        (await Retry(award, returned, "40000.00", "39999.99")).Succeeded();
        await Commit(award, -1);
        await Agrees(award);
    }

    /// <summary>60,000.00 paid of 100,000.00, 41,237.50 kept, 18,762.50 repaid; then all of it comes back.</summary>
    [Test]
    public async Task Of_a_terminated_award_what_is_kept_stays_committed_and_is_drawn_again()
    {
        var (award, payment) = await Terminated();
        await app.Return(payment, "2021-03-01");
        Assert.That(await award.Committed(app), Is.EqualTo(41_237_50));
        Assert.That(await Tasks(award), Is.EqualTo(new[] { $"/awards/{award.Id} 2021-03-01" }));

        Assert.That((await Retry(award, payment, "60000.00")).Refused(409, "award-exceeded")["available.amount"], Is.EqualTo("41237.50"));
        (await Retry(award, payment, "60000.00", "41237.51")).Refused(409, "award-exceeded");
        var again = (await Retry(award, payment, "60000.00", "41237.50")).Succeeded();
        Assert.That(await award.Committed(app), Is.EqualTo(41_237_50));
        Assert.That(await Tasks(award), Is.Empty);
        await Agrees(award);
        await app.Settle(again);

        Assert.That((await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded()["status"], Is.EqualTo("terminated"));
        Assert.That(await award.Committed(app), Is.EqualTo(41_237_50));
        await Agrees(award);
    }

    [Test]
    public async Task What_the_office_does_not_want_any_more_it_renounces_and_it_is_free()
    {
        var (terminated, payment) = await Terminated();
        await app.Return(payment, "2021-03-01");
        var renounced = (await Renounce(terminated)).Succeeded();
        Assert.That((renounced["status"], renounced["committed.amount"]), Is.EqualTo(("terminated", "0.00")));
        Assert.That((await terminated.Committed(app), await Promised(terminated)), Is.EqualTo((0, 18_762_50)),
            "the site is owed its credit, which is beside what is committed");
        await Agrees(terminated);

        var (completed, second) = await Completed();
        await app.Return(second, "2021-03-01");
        (await Renounce(completed)).Succeeded();
        Assert.That(await completed.Committed(app), Is.EqualTo(40_000_00));

        foreach (var (award, failed) in ((SeededAward, Answer)[])[(terminated, payment), (completed, second)])
        {
            Assert.That(await Tasks(award), Is.Empty);
            (await Renounce(award)).Refused(409, "no-rest");
            (await Retry(award, failed, "1.00", "0.01")).Refused(409, "award-exceeded");
        }
    }

    /// <summary>
    /// Of 60,000.00 the site has paid 20,000.00 back of its own and keeps the rest; then the bank returns all: 20,000.00 of its own money
    /// and the 40,000.00 that it keeps are its due, and are renounced.
    /// </summary>
    [Test]
    public async Task What_is_renounced_can_be_more_than_what_is_kept()
    {
        var award = await SeededAward.Insert(app.Db, posted: true);
        var payment = await app.Settled(award, "60000.00");
        (await app.As("treasury-3").Post($"/awards/{award.Id}/repayments", new
        {
            amount = Reports.Euros(20_000m),
            receivedOn = "2021-03-01",
            bankReference = "B-1",
        }, key: Payments.Key)).Succeeded();
        await Terminate(award, keeps: 40_000m);
        await app.Return(payment, "2021-03-01");
        Assert.That((await award.Funds(app), await award.Committed(app)), Is.EqualTo(((-20_000_00L, -20_000_00L, 100_000_00L), 40_000_00)));
        var refused = (await app.As(award.Applicant).Post($"/disbursements/{payment["id"]}/retry",
            new
            {
                need = Reports.Euros(60_000m),
                unspent = Reports.Euros(0.01m),
                ownUsed = Reports.Euros(0),
                thirdPartyUsed = Reports.Euros(0),
                bankAccountId = award.BankAccountId,
            }, key: Payments.Key)).Refused(409, "unspent-exceeds-paid");
        Assert.That(refused["paid.amount"], Is.EqualTo("0.00"), "nobody has less than nothing");

        (await Renounce(award)).Succeeded();

        Assert.That(await award.Committed(app), Is.Zero);
        await Agrees(award);
        (await Retry(award, payment, "1.00", "0.01")).Refused(409, "award-exceeded");
    }

    [Test]
    public async Task Of_two_retries_at_once_one_is_drawn()
    {
        for (var i = 0; i < 3; i++)
        {
            var (award, second) = await Completed();
            var returned = await app.Return(second, "2021-03-01");

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(each => Task.Run(() =>
                Retry(award, returned, "40000.00", each < 2 ? "40000.00" : "30000.00"))));

            Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code),
                Is.EqualTo(Enumerable.Repeat("award-exceeded", 3)));
            await Agrees(award);
        }
    }

    /// <summary>A completed award of 80,000.00 in two payments, and the second of them.</summary>
    async Task<(SeededAward Award, Answer Second)> Completed(decimal spent = 80_000m, long budgetCents = 1_200_000_00)
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, posted: true,
            changing: terms => terms with { Budget = new Money(budgetCents) });
        await app.Settled(award, "40000.00");
        var second = await app.Settled(award, "40000.00");
        if (await app.Accepted(award, spent) is { } claim)
            (await app.Repay(claim, 80_000m - spent)).Succeeded();
        var active = (await app.As("auditor-1").Get($"/awards/{award.Id}")).Succeeded();
        (await app.As("caseworker-1").Post($"/awards/{award.Id}/complete", ifMatch: active.ETag, key: Payments.Key)).Succeeded();
        return (award, second);
    }

    async Task<(SeededAward Award, Answer Payment)> Terminated()
    {
        var award = await SeededAward.Insert(app.Db, posted: true);
        var payment = await app.Settled(award, "60000.00");
        var termination = await Terminate(award, keeps: 41_237.50m);
        (await app.Repay($"/repayment-claims/{termination["repaymentClaimId"]}", 18_762.50m)).Succeeded();
        return (award, payment);
    }

    async Task<Answer> Terminate(SeededAward award, decimal keeps)
    {
        var proposed = (await app.As("caseworker-1").Post($"/awards/{award.Id}/terminations", new
        {
            legalBasis = "§ 47 SGB X",
            effectiveOn = "2021-03-01",
            knownSince = "2021-03-01",
            keeps = Reports.Euros(keeps),
            reason = "Für anderes verwendet.",
        })).Succeeded();
        return (await app.As("decider-1").Post(proposed.Location + "/confirm", ifMatch: proposed.ETag, key: Payments.Key)).Succeeded();
    }

    async Task<Answer> Fail(SeededAward award, Answer requested, string failure)
    {
        if (failure == "cancelled")
        {
            return (await app.As(award.Applicant).Post(
                $"/disbursements/{requested["id"]}/cancel", ifMatch: requested.ETag, key: Payments.Key)).Succeeded();
        }
        if (failure == "rejected")
            return (await app.Step("finance-1", requested, "reject", new { reason = "Account closed" })).Succeeded();
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        if (failure == "stopped")
        {
            var stopping = (await app.Step("treasury-1", released, "stop", new { reason = "Account closed" })).Succeeded();
            return (await app.Step("treasury-2", stopping, "confirm-stop")).Succeeded();
        }
        await app.HandedOver(released);
        var instructed = await app.Again(released);
        var recorded = failure == "returned"
            ? (await app.Step("treasury-1", instructed, "return", Payments.Returned("2021-03-01"))).Succeeded()
            : (await app.Step("treasury-1", instructed, "bank-rejection", Batches.Rejected("2021-03-01"))).Succeeded();
        return (await app.Step("treasury-2", recorded, failure == "returned" ? "confirm-return" : "confirm-bank-rejection")).Succeeded();
    }

    Task<Answer> Retry(SeededAward award, Answer failed, string need, string? amount = null) => app.As(award.Applicant).Post(
        $"/disbursements/{failed["id"]}/retry", award.Retry(need, amount), key: Payments.Key);

    async Task<Answer> Renounce(SeededAward award) => await app.As(award.Applicant).Post($"/awards/{award.Id}/renounce-rest",
        ifMatch: (await app.As("auditor-1").Get($"/awards/{award.Id}")).ETag, key: Payments.Key);

    Task<Outcome<int>> Commit(SeededAward award, long cents) => app.Db.Write<int>(
        Author.System(TimeProvider.System), async tx => await tx.Execute(
            "update Programme set CommittedCents = CommittedCents + @Cents where Id = @ProgrammeId",
            new { Cents = cents, award.ProgrammeId }), CancellationToken.None);

    Task<long> Promised(SeededAward award) => app.Balance(award.Id, "9000");

    async Task<List<string>> Tasks(SeededAward award) =>
    [
        .. (await app.As(award.Applicant).Get("/tasks?kind=rest-to-request")).Succeeded().Json.GetProperty("items").EnumerateArray()
            .Select(task => $"{task.GetProperty("resource").GetString()} {task.GetProperty("since").GetString()}"),
    ];

    /// <summary>All that is kept is what the entries and the payments come to.</summary>
    async Task Agrees(SeededAward award)
    {
        await award.Funds(app);
        var verified = (await app.As("auditor-1").Get("/ledger/verification")).Succeeded();
        Assert.That((verified["intact"], verified.Difference()), Is.EqualTo(("True", "none")));
    }
}
