namespace Auridis.Grants.Tests.Playing;

/// <summary>Payments, brought through HTTP to the state that a test needs.</summary>
static class Payments
{
    static int keys;

    public static string Key => FormattableString.Invariant($"test-{Interlocked.Increment(ref keys)}");

    /// <summary>Debits less credits of an account, from the entries of one award.</summary>
    public static Task<long> Balance(this GrantsApp app, Guid awardId, string account) => app.Db.Read(session => session.One<long>("""
        select coalesce(sum(case
            when p.DebitAccount = @account then p.AmountCents when p.CreditAccount = @account then -p.AmountCents else 0 end), 0)
        from Posting p join JournalEntry e on e.Seq = p.EntrySeq
        where e.AwardId = @awardId
        """, new { awardId, account }), CancellationToken.None);

    public static async Task<Answer> Requested(this GrantsApp app, SeededAward award, string amount = "1000.00") =>
        (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", award.Request(amount), key: Key)).Succeeded();

    public static async Task<Answer> Approved(this GrantsApp app, SeededAward award, string amount = "1000.00") =>
        (await app.Step("finance-1", await app.Requested(award, amount), "approve", Right)).Succeeded();

    public static async Task<Answer> Released(this GrantsApp app, SeededAward award, string amount = "1000.00") =>
        (await app.Step("finance-2", await app.Approved(award, amount), "release")).Succeeded();

    public static async Task<Answer> Settled(this GrantsApp app, SeededAward award, string amount = "1000.00") =>
        await app.Settle(await app.Requested(award, amount));

    /// <summary>The way of a request to its settlement.</summary>
    public static async Task<Answer> Settle(this GrantsApp app, Answer requested)
    {
        var approved = (await app.Step("finance-1", requested, "approve", Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        var booking = new { bookedOn = released["releasedOn"], bankReference = "KTO-1" };
        var recorded = (await app.Step("treasury-1", released, "settle", booking)).Succeeded();
        return (await app.Step("treasury-2", recorded, "confirm-settlement")).Succeeded();
    }

    /// <summary>Brings a settled payment back.</summary>
    public static async Task<Answer> Return(this GrantsApp app, Answer settled, string bookedOn)
    {
        var recorded = (await app.Step("treasury-1", settled, "return", Returned(bookedOn))).Succeeded();
        return (await app.Step("treasury-2", recorded, "confirm-return")).Succeeded();
    }

    /// <summary>What the bank says of a payment that came back.</summary>
    public static object Returned(string bookedOn) => new { bookedOn, bankReference = "KTO-2", reason = "Account closed" };

    public static object Right => new { factuallyRight = true, arithmeticallyRight = true };

    /// <summary>A step on a payment, at the version that its last answer had.</summary>
    public static Task<Answer> Step(this GrantsApp app, string person, Answer payment, string step, object? body = null,
        string? key = null) =>
        app.As(person).Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, key ?? Key);

    /// <summary>
    /// What is drawn and paid, and what the payments themselves say: the two must agree. What is committed is what is promised and paid.
    /// </summary>
    public static async Task<(long Drawn, long Paid, long Amount)> Funds(this SeededAward award, GrantsApp app)
    {
        var row = await app.Db.Read(session => session.One<FundsRow>("""
            select DrawnCents, PaidCents, RepaidCents, AmountCents, CommittedCents, PromisedCents,
                (select CommittedCents from Programme p where p.Id = a.ProgrammeId) as ProgrammeCents,
                (select coalesce(sum(d.AmountCents), 0) from Disbursement d
                    where d.AwardId = a.Id and d.Kind = 'grant'
                        and d.Status in ('requested', 'approved', 'released', 'instructed', 'settled'))
                    as LiveCents,
                (select coalesce(sum(d.AmountCents), 0) from Disbursement d
                    where d.AwardId = a.Id and d.Kind = 'grant' and d.Status = 'settled') as SettledCents,
                (select coalesce(sum(r.AmountCents), 0) from RepaymentReceipt r
                    where r.AwardId = a.Id and r.RepaymentClaimId is null and r.Status <> 'reversed') as GivenBackCents,
                (select coalesce(sum(c.PaidCents - c.RefundedCents), 0) from RepaymentClaim c
                    where c.AwardId = a.Id and c.Kind <> 'interest') as ClaimsCents
            from Award a where Id = @Id
            """, new { award.Id }), CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(row.DrawnCents, Is.EqualTo(row.LiveCents - row.GivenBackCents));
            Assert.That(row.PaidCents, Is.EqualTo(row.SettledCents - row.GivenBackCents));
            Assert.That(row.RepaidCents, Is.EqualTo(row.ClaimsCents));
            Assert.That(row.DrawnCents, Is.LessThanOrEqualTo(row.AmountCents));
            Assert.That(row.CommittedCents, Is.EqualTo(row.PromisedCents + row.PaidCents - row.RepaidCents));
            Assert.That(row.ProgrammeCents, Is.EqualTo(row.CommittedCents), "a seeded award is its programme's only one");
        });
        return (row.DrawnCents, row.PaidCents, row.AmountCents);
    }

    sealed class FundsRow
    {
        public required long DrawnCents { get; init; }
        public required long PaidCents { get; init; }
        public required long AmountCents { get; init; }
        public required long RepaidCents { get; init; }
        public required long CommittedCents { get; init; }
        public required long PromisedCents { get; init; }
        public required long ProgrammeCents { get; init; }
        public required long LiveCents { get; init; }
        public required long SettledCents { get; init; }
        public required long GivenBackCents { get; init; }
        public required long ClaimsCents { get; init; }
    }
}
