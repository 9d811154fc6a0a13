namespace Auridis.Grants.Tests.Features.Repayments;

/// <summary>
/// What comes in, goes back and turns out not to have come, in every state of a claim: one of 10,000.00 on an award of which 80,000.00 were
/// paid. <c>part</c> is a receipt of 1.00, <c>all</c> one of 10,000.00, <c>return</c> that of the payment, <c>refund</c> the whole way of
/// one, and <c>reverse</c> takes the last receipt back.
/// </summary>
public sealed class RepaymentClaimStatesTests(DatabaseKind kind) : ApiTests(kind)
{
    static readonly StateTable Table = new("""
                    part        all      return    refund reverse
        claimed     partly-paid paid     cancelled .      not-found
        partly-paid partly-paid overpaid overpaid  .      claimed
        paid        overpaid    overpaid overpaid  .      claimed
        overpaid    overpaid    overpaid overpaid  paid   paid
        deferred    deferred    paid     cancelled .      not-found
        waived      overpaid    overpaid waived    .      not-found
        written-off written-off paid     cancelled .      not-found
        cancelled   overpaid    overpaid .         .      not-found
        """);

    [OneTimeSetUp]
    public Task SetClock() => app.ItIs("2021-03-01");

    [Test]
    public async Task Each_command_leads_where_the_table_says_and_changes_nothing_elsewhere() =>
        Assert.That(await Table.Differences(In, Do, subject => app.As("auditor-1").Get(subject.Claim)), Is.Empty);

    [Test]
    public void Every_state_is_reached_and_left() => Assert.Multiple(() =>
    {
        Assert.That(Table.NeverReached, Is.EqualTo(["deferred", "waived", "written-off"]), "by decisions, not by money");
        Assert.That(Table.NeverLeft, Is.Empty);
    });

    /// <summary>A new claim that was brought into a state; what is decided on it, as that would leave it.</summary>
    async Task<(SeededAward Award, string Claim)> In(string state)
    {
        var (award, claim) = await app.Claimed();
        switch (state)
        {
            case "partly-paid":
                (await app.Repay(claim, 4_000)).Succeeded();
                break;
            case "paid":
                (await app.Repay(claim, 10_000)).Succeeded();
                break;
            case "overpaid":
                (await app.Repay(claim, 10_000)).Succeeded();
                (await app.Repay(claim, 500)).Succeeded();
                break;
            case "deferred":
                await Decide(claim, "Status = 'deferred', DeferredUntil = '2021-09-01'");
                break;
            case "waived":
                await Decide(claim, "Status = 'waived', WaivedCents = PrincipalCents");
                break;
            case "written-off":
                await Decide(claim, "Status = 'written-off', WrittenOffCents = PrincipalCents");
                break;
            case "cancelled":
                (await Return(award)).Succeeded();
                break;
            default:
                break;
        }
        return (award, claim);
    }

    async Task<Answer> Do(string command, (SeededAward Award, string Claim) subject)
    {
        var (award, claim) = subject;
        switch (command)
        {
            case "part":
                return await app.Repay(claim, 1);
            case "all":
                return await app.Repay(claim, 10_000);
            case "return":
                return await Return(award);
            case "refund":
                var refund = await app.Refund(award, claim);
                return refund.Code is null ? await app.Settle(refund) : refund;
            default:
                var receipts = (await app.As("auditor-1").Get(claim + "/receipts")).Succeeded().Json.GetProperty("items");
                return receipts.GetArrayLength() > 0
                    ? await app.Reverse(await app.LastReceipt(claim))
                    : await app.As("treasury-1").Post($"/repayment-receipts/{award.Id}/reverse", new { reason = "Wrong" }, "\"1\"",
                        Payments.Key);
        }
    }

    /// <summary>The bank returns the one payment; refused where it has done so.</summary>
    async Task<Answer> Return(SeededAward award)
    {
        var payment = (await app.As("finance-1").Get($"/disbursements/{award.PaymentId}")).Succeeded();
        var recorded = await app.Step("treasury-1", payment, "return", Payments.Returned("2021-03-01"));
        return recorded.Code is null ? await app.Step("treasury-2", recorded, "confirm-return") : recorded;
    }

    async Task Decide(string claim, string change) => _ = (await app.Db.Write<int>(Author.System(TimeProvider.System),
        async tx => await tx.Execute($"update RepaymentClaim set {change} where Id = @Id", new { Id = Guid.Parse(claim.Split('/')[^1]) }),
        CancellationToken.None)).Value;
}
