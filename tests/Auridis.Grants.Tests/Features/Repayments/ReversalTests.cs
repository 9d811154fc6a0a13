namespace Auridis.Grants.Tests.Features.Repayments;

public sealed class ReversalTests(DatabaseKind kind) : ApiTests(kind)
{
    [OneTimeSetUp]
    public async Task SetClock() => (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();

    async Task<(string Status, string Open, string Credit)> Standing(string claim)
    {
        var now = (await app.As("auditor-1").Get(claim)).Succeeded();
        return (now["status"], now["open.amount"], now["credit.amount"]);
    }

    [Test]
    public async Task Two_people_reverse_a_receipt_and_what_it_paid_is_open_again()
    {
        var (award, claim) = await app.Claimed();
        (await app.Repay(claim, 4_000)).Succeeded();
        (await app.Repay(claim, 6_000)).Succeeded();
        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00));
        var receipt = await app.LastReceipt(claim);

        var proposed = (await app.Reversal("treasury-1", receipt, "reverse")).Succeeded();
        Assert.That((proposed["status"], proposed["reversalReason"]), Is.EqualTo(("reversal-proposed", "It is that of another site.")));
        Assert.That(await Standing(claim), Is.EqualTo(("paid", "0.00", "0.00")), "it counts until it is confirmed");
        var refused = (await app.Reversal("treasury-1", proposed, "confirm")).Refused(403, "four-eyes");
        Assert.That(refused["earlier"], Is.EqualTo("proposer"));
        var reversed = (await app.Reversal("treasury-2", proposed, "confirm")).Succeeded();

        Assert.That((reversed["status"], reversed["reversedOn"], reversed["amount.amount"]),
            Is.EqualTo(("reversed", "2021-03-01", "6000.00")));
        Assert.That(await Standing(claim), Is.EqualTo(("partly-paid", "6000.00", "0.00")));
        Assert.That(await award.Committed(app), Is.EqualTo(76_000_00), "the site has it still");
        await app.BooksAgree(award);
        var entries = (await app.As("auditor-1").Get($"/ledger/entries?awardId={award.Id}&limit=200")).Succeeded().Json
            .GetProperty("items").EnumerateArray().ToList();
        var reversal = entries.Single(entry => entry.GetProperty("event").GetString() is "receipt-reversal");
        Assert.That(reversal.GetProperty("reverses").GetInt64(), Is.EqualTo(
            entries.Last(entry => entry.GetProperty("event").GetString() is "repayment-receipt").GetProperty("seq").GetInt64()));
        (await app.Repay(claim, 6_000)).Succeeded();
        Assert.That(await Standing(claim), Is.EqualTo(("paid", "0.00", "0.00")));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task A_booking_that_was_reversed_can_be_recorded_again()
    {
        var (_, claim) = await app.Claimed();
        Task<Answer> Record(decimal euros) => app.As("treasury-3").Post(claim + "/receipts",
            new { amount = Reports.Euros(euros), receivedOn = "2021-03-01", bankReference = "B-1" }, key: Payments.Key);
        (await Record(5)).Succeeded();
        (await Record(6)).Refused(409, "bank-reference-used");
        (await app.Reverse(await app.LastReceipt(claim))).Succeeded();

        (await Record(6)).Succeeded();
        (await Record(7)).Refused(409, "bank-reference-used");
    }

    [Test]
    public async Task A_credit_falls_with_its_receipt()
    {
        var (award, claim) = await app.Claimed();
        (await app.Repay(claim, 9_000)).Succeeded();
        (await app.Repay(claim, 1_500)).Succeeded();
        Assert.That(await Standing(claim), Is.EqualTo(("overpaid", "0.00", "500.00")));
        (await app.Reverse(await app.LastReceipt(claim))).Succeeded();

        Assert.That(await Standing(claim), Is.EqualTo(("partly-paid", "1000.00", "0.00")));
        await app.BooksAgree(award);
    }

    /// <summary>Money went out that had never come in: the site owes it as well.</summary>
    [Test]
    public async Task A_refund_that_was_paid_from_the_money_is_claimed_too()
    {
        var (award, claim) = await app.Overpaid();
        await app.Settle((await app.Refund(award, claim)).Succeeded());

        (await app.Reverse(await app.LastReceipt(claim))).Succeeded();

        Assert.That(await Standing(claim), Is.EqualTo(("claimed", "10500.00", "0.00")));
        Assert.That(await award.Committed(app), Is.EqualTo(80_500_00), "the site has what was paid, and the refund");
        await app.BooksAgree(award);
        (await app.Repay(claim, 10_500)).Succeeded();
        Assert.That(await Standing(claim), Is.EqualTo(("paid", "0.00", "0.00")));
        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00));
        await app.BooksAgree(award);
    }

    /// <summary>
    /// 10,000.00 were claimed, and 500.00 refunded of money that had not come: the refund is no grant that could be given up.
    /// </summary>
    [Test]
    public async Task A_refund_that_is_owed_too_is_written_off_and_not_waived()
    {
        var (award, claim) = await app.Overpaid();
        var refund = await app.Settle((await app.Refund(award, claim)).Succeeded());
        (await app.Reverse(await app.LastReceipt(claim))).Succeeded();
        var refused = (await app.Propose(claim, "waivers")).Refused(409, "above-principal");
        Assert.That((refused["waivable.amount"], refused["open.amount"]), Is.EqualTo(("10000.00", "10500.00")));

        await app.Relieved(claim, "write-offs");

        Assert.That(await Standing(claim), Is.EqualTo(("written-off", "0.00", "0.00")));
        await app.BooksAgree(award);
        await app.Return(refund, "2021-03-01");
        Assert.That(await Standing(claim), Is.EqualTo(("written-off", "0.00", "0.00")), "it came back, and is no credit");
        Assert.That((await app.As("finance-1").Get(claim))["writtenOff.amount"], Is.EqualTo("10000.00"));
        await app.BooksAgree(award);
        (await app.Repay(claim, 10_000.01m)).Succeeded();
        Assert.That(await Standing(claim), Is.EqualTo(("overpaid", "0.00", "0.01")));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task A_refund_that_comes_back_pays_what_is_open_by_then()
    {
        var (award, claim) = await app.Overpaid();
        var refund = await app.Settle((await app.Refund(award, claim)).Succeeded());
        (await app.Reverse(await app.LastReceipt(claim))).Succeeded();

        await app.Return(refund, "2021-03-01");

        Assert.That(await Standing(claim), Is.EqualTo(("claimed", "10000.00", "0.00")));
        await app.BooksAgree(award);
    }

    /// <summary>The site has the refund: that much less can be drawn.</summary>
    [Test]
    public async Task A_refund_of_money_that_had_not_come_counts_as_drawn()
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00);
        var first = await app.Settled(award, "40000.00");
        await app.Settled(award, "40000.00");
        var claim = (await app.Accepted(award, 70_000))!;
        (await app.Repay(claim, 10_500)).Succeeded();
        await app.Settle((await app.Refund(award, claim)).Succeeded());
        (await app.Reverse(await app.LastReceipt(claim))).Succeeded();
        await app.Return(first, "2021-03-01");

        // 40,000.00 are drawn, 500.00 were refunded; entitled to 70,000.00.
        Task<Answer> Request(string amount) => app.As(award.Applicant).Post(
            $"/awards/{award.Id}/disbursements", award.Request(amount), key: Payments.Key);
        (await Request("29500.01")).Refused(409, "final-report-accepted");
        await app.Settle((await Request("29500.00")).Succeeded());

        Assert.That(await award.Committed(app), Is.EqualTo(70_000_00));
        await award.Funds(app);
    }

    [Test]
    public async Task A_refund_that_is_requested_goes_no_further_when_its_credit_is_gone()
    {
        var (award, claim) = await app.Overpaid();
        var refund = (await app.Refund(award, claim)).Succeeded();
        (await app.Reverse(await app.LastReceipt(claim))).Succeeded();

        var refused = (await app.Step("finance-1", refund, "approve", Payments.Right)).Refused(409, "credit-exceeded");
        Assert.That((refused["available.amount"], refused["requested.amount"]), Is.EqualTo(("0.00", "500.00")));
        (await app.Step("finance-1", refund, "reject", new { reason = "The money has not come." })).Succeeded();
        await app.BooksAgree(award);
    }

    [Test]
    public async Task A_receipt_is_not_reversed_while_a_refund_of_it_is_released()
    {
        var (award, claim) = await app.Overpaid();
        var approved = (await app.Step("finance-1", (await app.Refund(award, claim)).Succeeded(), "approve", Payments.Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        var proposed = (await app.Reversal("treasury-1", await app.LastReceipt(claim), "reverse")).Succeeded();

        var refused = (await app.Reversal("treasury-2", proposed, "confirm")).Refused(409, "refund-released");
        Assert.That((refused["credit.amount"], refused["released.amount"]), Is.EqualTo(("0.00", "500.00")));
        Assert.That(await Standing(claim), Is.EqualTo(("overpaid", "0.00", "500.00")));
        await app.BooksAgree(award);

        var stopping = (await app.Step("treasury-1", released, "stop", new { reason = "The money has not come." })).Succeeded();
        (await app.Step("treasury-2", stopping, "confirm-stop")).Succeeded();
        (await app.Reversal("treasury-2", proposed, "confirm")).Succeeded();
        Assert.That(await Standing(claim), Is.EqualTo(("claimed", "10000.00", "0.00")));
        await app.BooksAgree(award);
    }

    [Test]
    public async Task Of_a_release_and_the_reversal_of_its_money_one_wins()
    {
        for (var round = 0; round < 3; round++)
        {
            var (award, claim) = await app.Overpaid();
            var requested = (await app.Refund(award, claim)).Succeeded();
            var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
            var proposed = (await app.Reversal("treasury-1", await app.LastReceipt(claim), "reverse")).Succeeded();

            var answers = await Task.WhenAll(
                app.Step("finance-2", approved, "release"), app.Reversal("treasury-2", proposed, "confirm"));

            Assert.That($"{answers[0].Code} {answers[1].Code}", Is.AnyOf(" refund-released", "credit-exceeded "));
            await app.BooksAgree(award);
        }
    }

    [Test]
    public async Task Of_two_who_confirm_at_once_one_wins()
    {
        var (award, claim) = await app.Claimed();
        (await app.Repay(claim, 4_000)).Succeeded();
        var proposed = (await app.Reversal("treasury-1", await app.LastReceipt(claim), "reverse")).Succeeded();

        var answers = await Task.WhenAll(
            app.Reversal("treasury-2", proposed, "confirm"), app.Reversal("treasury-3", proposed, "confirm"), app.Repay(claim, 1));

        Assert.That(answers[..2].Select(answer => answer.Code), Is.EquivalentTo(new[] { null, "stale-version" }));
        Assert.That(await Standing(claim), Is.EqualTo(("partly-paid", "9999.00", "0.00")));
        await app.BooksAgree(award);
    }

    /// <summary>What the site has again must have room in the budget, which was promised to others meanwhile.</summary>
    [Test]
    public async Task A_reversal_waits_for_room_in_the_budget()
    {
        var (award, claim) = await app.Claimed();
        (await app.Repay(claim, 10_000)).Succeeded();
        var proposed = (await app.Reversal("treasury-1", await app.LastReceipt(claim), "reverse")).Succeeded();
        await Execute("update Programme set CommittedCents = BudgetCents where Id = @ProgrammeId", award);

        (await app.Reversal("treasury-2", proposed, "confirm")).Refused(409, "budget-exhausted");

        Assert.That(await Standing(claim), Is.EqualTo(("paid", "0.00", "0.00")));
        Assert.That((await app.LastReceipt(claim))["status"], Is.EqualTo("reversal-proposed"));
        await Execute("update Programme set CommittedCents = 7000000 where Id = @ProgrammeId", award);
        (await app.Reversal("treasury-2", proposed, "confirm")).Succeeded();
        await app.BooksAgree(award);
    }

    async Task Execute(string sql, SeededAward award) => _ = (await app.Db.Write<int>(Author.System(TimeProvider.System),
        async tx => await tx.Execute(sql, new { award.ProgrammeId }), CancellationToken.None)).Value;

    [Test]
    public async Task Receipts_are_seen_by_their_office_and_reversed_by_the_treasury()
    {
        var (award, claim) = await app.Claimed();
        var neighbour = await SeededAward.Insert(app.Db);
        (await app.Repay(claim, 1)).Succeeded();
        var receipt = await app.LastReceipt(claim);
        var path = $"/repayment-receipts/{receipt["id"]}";

        (await app.As(award.Applicant).Get(path)).Succeeded();
        (await app.As(neighbour.Applicant).Get(path)).Refused(404, "not-found");
        (await app.As("reviewer-1").Get(path)).Refused(403, "forbidden");
        foreach (var person in new[] { award.Applicant, "finance-1", "caseworker-1" })
            (await app.Reversal(person, receipt, "reverse")).Refused(403, "forbidden");
        (await app.As("treasury-1").Post(path + "/reverse", new { reason = "" }, receipt.ETag, Payments.Key))
            .Refused(400, "validation-failed");
        (await app.As("treasury-1").Post($"/repayment-receipts/{award.Id}/reverse", new { reason = "Wrong" }, receipt.ETag, Payments.Key))
            .Refused(404, "not-found");
        Assert.That((await app.As("auditor-1").Get(path)).Text, Is.EqualTo(receipt.Text));
    }
}
