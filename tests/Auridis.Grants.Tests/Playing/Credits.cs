namespace Auridis.Grants.Tests.Playing;

/// <summary>Claims on which more has come in than is demanded, and what goes back.</summary>
static class Credits
{
    /// <summary>
    /// 80,000.00 euro were paid, the site is entitled to 70,000.00: the claim is one of 10,000.00, and it has paid back that much more.
    /// </summary>
    public static async Task<(SeededAward Award, string Claim)> Overpaid(this GrantsApp app, decimal credit = 500)
    {
        var (award, claim) = await app.Claimed();
        (await app.Repay(claim, 10_000 + credit)).Succeeded();
        return (award, claim);
    }

    /// <summary>The same, and nothing has come back yet.</summary>
    public static async Task<(SeededAward Award, string Claim)> Claimed(this GrantsApp app)
    {
        var award = await SeededAward.Insert(app.Db, amountCents: 80_000_00, paidCents: 80_000_00);
        return (award, (await app.Accepted(award, 70_000))!);
    }

    /// <summary>Asks for a refund; the answer may be a refusal.</summary>
    public static Task<Answer> Refund(
        this GrantsApp app, SeededAward award, string claim, decimal? euros = null, string person = "treasury-1") =>
        app.As(person).Post(claim + "/refund",
            new { amount = euros is { } amount ? Reports.Euros(amount) : null, bankAccountId = award.BankAccountId }, key: Payments.Key);

    /// <summary>Money that came back on an award before it was claimed; the answer may be a refusal.</summary>
    public static Task<Answer> GiveBack(this GrantsApp app, SeededAward award, decimal euros, string? bankReference = null)
    {
        var key = Payments.Key;
        return app.As("treasury-3").Post($"/awards/{award.Id}/repayments",
            new { amount = Reports.Euros(euros), receivedOn = "2021-03-01", bankReference = bankReference ?? key }, key: key);
    }

    /// <summary>The receipt on a claim that was recorded last.</summary>
    public static async Task<Answer> LastReceipt(this GrantsApp app, string claim)
    {
        var receipts = (await app.As("auditor-1").Get(claim + "/receipts?limit=200")).Succeeded().Json.GetProperty("items");
        var last = receipts[receipts.GetArrayLength() - 1].GetProperty("id");
        return (await app.As("auditor-1").Get("/repayment-receipts/" + last)).Succeeded();
    }

    /// <summary>A step of a reversal, at the version that the receipt's last answer had.</summary>
    public static Task<Answer> Reversal(this GrantsApp app, string person, Answer receipt, string step) =>
        app.As(person).Post($"/repayment-receipts/{receipt["id"]}/{step}",
            step is "confirm" ? null : new { reason = "It is that of another site." }, receipt.ETag, Payments.Key);

    /// <summary>Proposes to reverse a receipt and confirms it; the answer may be a refusal.</summary>
    public static async Task<Answer> Reverse(this GrantsApp app, Answer receipt) =>
        await app.Reversal("treasury-2", (await app.Reversal("treasury-1", receipt, "reverse")).Succeeded(), "confirm");

    /// <summary>
    /// That the ledger has of claims what is open of them, and of credits what is not released to go back yet; and that each entry balances
    /// by its accounts.
    /// </summary>
    public static async Task BooksAgree(this GrantsApp app, SeededAward award)
    {
        var kept = await app.Db.Read(session => session.One<Kept>("""
            select
                (select coalesce(sum(c.PrincipalCents - c.ReducedCents - c.WaivedCents - c.WrittenOffCents - c.PaidCents
                    + c.RefundedCents), 0) from RepaymentClaim c where c.AwardId = @Id and c.Status <> 'overpaid') as OpenCents,
                (select coalesce(sum(c.PaidCents - c.RefundedCents - c.PrincipalCents + c.ReducedCents + c.WaivedCents
                    + c.WrittenOffCents), 0) from RepaymentClaim c where c.AwardId = @Id and c.Status = 'overpaid')
                    - (select coalesce(sum(d.AmountCents), 0) from Disbursement d
                        where d.AwardId = @Id and d.Kind = 'refund' and d.Status = 'released') as CreditCents
            """, new { award.Id }), CancellationToken.None);
        Assert.That((await app.Balance(award.Id, "1400"), -await app.Balance(award.Id, "1710")),
            Is.EqualTo((kept.OpenCents, kept.CreditCents)));
        await award.Funds(app);
    }

    sealed class Kept
    {
        public required long OpenCents { get; init; }
        public required long CreditCents { get; init; }
    }
}
