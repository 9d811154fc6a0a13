using Auridis.Grants.Api.Features.Awards;
using Auridis.Grants.Api.Features.Repayments;
using Auridis.Grants.Tests.Features.FunderContributions;

namespace Auridis.Grants.Tests.Features.Ledger;

/// <summary>
/// Whatever figure is changed in the database, its entries, payments, receipts or contributions say what it was. Of an award of 100,000.00
/// euro: 40,000.00 are paid, 1,000.00 are released; 5,000.00 were claimed, 800.00 of them are not any more, and 2,000.00 came back. The
/// funder has paid 90,000.00, and 3,000.00 went back.
/// </summary>
public sealed class LedgerVerificationTests(DatabaseKind kind) : ApiTests(kind)
{
    SeededAward award = null!;
    string claim = null!;

    [OneTimeSetUp]
    public async Task Play()
    {
        await app.SetClock("2019-02-20");
        award = await SeededAward.Insert(app.Db, paidCents: 40_000_00, posted: true);
        await app.Contributed(award.ProgrammeId, "90000.00");
        await app.Contributed(award.ProgrammeId, "3000.00", "returned");
        await app.Released(award, "1000.00");
        var claimId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await app.Db.Write<bool>(Author.System(TimeProvider.System), async tx =>
        {
            var day = new DateOnly(2019, 2, 20);
            var now = (await Award.Find(tx, award.Id))!;
            await RepaymentClaim.Claim(tx, claimId, RepaymentClaimKind.Revoked, null, now, new Money(5_000_00), day);
            var made = (await RepaymentClaim.Find(tx, claimId))!;
            return (await RepaymentClaim.Reduce(tx, made, new Money(800_00), day)).Cents > 0;
        }, CancellationToken.None);
        claim = $"/repayment-claims/{claimId}";
        await app.SetClock("2021-03-02");
        (await app.Repay(claim, 2_000m)).Succeeded();
    }

    [Test]
    public async Task What_steps_have_kept_agrees_with_their_entries()
    {
        var verified = await Verified();

        Assert.That((verified["intact"], verified.Difference(), verified["awardCount"], verified["claimCount"]),
            Is.EqualTo(("True", "none", "1", "1")));
    }

    [TestCase("Award", "DrawnCents", "award drawn: 41000.01, 41000.00")]
    [TestCase("Award", "PaidCents", "award paid: 40000.01, 40000.00")]
    [TestCase("Award", "RepaidCents", "award repaid: 2000.01, 2000.00")]
    [TestCase("Award", "PromisedCents", "award promised: 62000.01, 62000.00")]
    [TestCase("Award", "CommittedCents", "award committed: 100000.01, 100000.00")]
    [TestCase("Disbursement", "AmountCents", "award drawn: 41000.00, 41000.02")]
    [TestCase("RepaymentClaim", "PrincipalCents", "claim principal: 5000.01, 5000.00")]
    [TestCase("RepaymentClaim", "ReducedCents", "claim reduced: 800.01, 800.00")]
    [TestCase("RepaymentClaim", "PaidCents", "claim paid: 2000.01, 2000.00")]
    [TestCase("RepaymentReceipt", "AmountCents", "claim paid: 2000.00, 2000.01")]
    [TestCase("Fund", "ReceivedCents", "programme received: 90000.01, 90000.00")]
    [TestCase("Fund", "ReturnedCents", "programme returned: 3000.01, 3000.00")]
    [TestCase("Contribution", "AmountCents", "programme received: 90000.00, 90000.01")]
    public async Task A_figure_that_was_changed_is_named(string table, string column, string difference)
    {
        await Execute($"update {table} set {column} = {column} + 1");
        var verified = await Verified();
        await Execute($"update {table} set {column} = {column} - 1");

        Assert.That((verified["intact"], verified.Difference()), Is.EqualTo(("False", Named(difference))));
        Assert.That((await Verified())["intact"], Is.EqualTo("True"));
    }

    [TestCase("update Programme set CommittedCents = CommittedCents + 1 where Id = @ProgrammeId",
        "update Programme set CommittedCents = CommittedCents - 1 where Id = @ProgrammeId",
        "programme committed: 100000.01, 100000.00")]
    [TestCase("update Disbursement set Status = 'approved' where Status = 'released'",
        "update Disbursement set Status = 'released' where Status = 'approved'",
        "award owed: 0.00, 1000.00")]
    [TestCase("update PostedSum set AmountCents = AmountCents + 1 where ScopeId = @Id and CreditAccount = '1700'",
        "update PostedSum set AmountCents = AmountCents - 1 where ScopeId = @Id and CreditAccount = '1700'",
        "award 2019-02-04 4000 1700 posted: 40000.01, 40000.00")]
    [TestCase("update PostedSum set AmountCents = 4100001 where ScopeId = @Id and AmountCents = 4100000",
        "update PostedSum set AmountCents = 4100000 where ScopeId = @Id and AmountCents = 4100001",
        "award 2019-02-20 4000 1700 posted: 41000.01, 41000.00")]
    [TestCase("update PostedSum set CreditAccount = '1360' where ScopeId = @ProgrammeId and CreditAccount = '1800'",
        "update PostedSum set CreditAccount = '1800' where ScopeId = @ProgrammeId and CreditAccount = '1360' and DebitAccount = '1200'",
        "programme 2018-09-01 1200 1360 posted: 90000.00, none")]
    public async Task So_is_one_that_differs_in_another_way(string spoil, string mend, string difference)
    {
        await Execute(spoil);
        var verified = await Verified();
        await Execute(mend);

        Assert.That((verified["intact"], verified.Difference()), Is.EqualTo(("False", Named(difference))));
        Assert.That((await Verified())["intact"], Is.EqualTo("True"));
    }

    /// <summary>The path of the resource, in the place of its word.</summary>
    string Named(string difference) => difference.Split(' ', 2) switch
    {
        ["award", var rest] => $"/awards/{award.Id} {rest}",
        ["claim", var rest] => $"{claim} {rest}",
        [_, var rest] => $"/programmes/{award.ProgrammeId} {rest}",
        _ => throw new ArgumentException(difference, nameof(difference)),
    };

    async Task<Answer> Verified() => (await app.As("auditor-1").Get("/ledger/verification")).Succeeded();

    async Task Execute(string sql) => await app.Db.Write<int>(Author.System(TimeProvider.System),
        async tx => await tx.Execute(sql, new { award.Id, award.ProgrammeId }), CancellationToken.None);
}
