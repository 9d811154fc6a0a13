namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Money goes to verified accounts only, also when an account is blocked while a payment is under way.</summary>
public sealed class BlockedAccountTests(DatabaseKind kind) : PaymentFixture(kind)
{
    [Test]
    public async Task A_payment_to_a_blocked_account_waits_until_the_account_is_verified_anew()
    {
        var award = await SeededAward.Insert(app.Db);
        var requested = await app.Requested(award);
        var blocked = await Block(award);

        var refused = (await app.Step("finance-1", requested, "approve", Payments.Right)).Refused(409, "bank-account-unverified");
        Assert.That(refused["actual"], Is.EqualTo("blocked"));
        (await Request(award, "10.00")).Refused(409, "bank-account-unverified");
        Assert.That((await app.As("finance-1").Get("/disbursements/" + requested["id"])).Succeeded()["status"], Is.EqualTo("requested"));
        await Verify(award, blocked);
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();

        await Block(award);
        (await app.Step("finance-2", approved, "release")).Refused(409, "bank-account-unverified");
        Assert.That(await EventsOf(award), Is.Empty);
        Assert.That((await app.Step("finance-1", approved, "reject", new { reason = "Konto gesperrt" })).Succeeded()["status"],
            Is.EqualTo("rejected"));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
    }

    /// <summary>Who is ordered first has seen the account verified; who comes after the block is refused.</summary>
    [Test]
    public async Task Nothing_is_released_to_an_account_after_it_was_blocked()
    {
        for (var turn = 0; turn < 5; turn++)
        {
            var award = await SeededAward.Insert(app.Db);
            var approved = new List<Answer>();
            for (var payment = 0; payment < 4; payment++)
                approved.Add(await app.Approved(award));

            var blocking = Task.Run(() => Block(award));
            var answers = await Task.WhenAll(approved.Select(payment =>
                Task.Run(() => Persist(key => app.Step("finance-2", payment, "release", key: key)))));
            await blocking;

            Assert.That(answers.Select(answer => answer.Code), Is.All.AnyOf(null, "bank-account-unverified"));
            var events = await app.Db.Read(session => session.All<string>("""
                select Action from AuditEvent
                where ResourceId = @BankAccountId or ResourceId in (select Id from Disbursement where AwardId = @Id)
                order by Seq
                """, new { award.BankAccountId, award.Id }), CancellationToken.None);
            Assert.That(events.SkipWhile(action => action is not "bank-account.blocked").Skip(1),
                Has.None.EqualTo("disbursement.released"), string.Join(' ', events));
            Assert.That(events.Count(action => action is "disbursement.released"),
                Is.EqualTo(answers.Count(answer => answer.Code is null)));
        }
    }

    async Task<Answer> Block(SeededAward award)
    {
        var account = (await app.As("finance-3").Get($"/bank-accounts/{award.BankAccountId}")).Succeeded();
        return (await app.As("finance-3").Post(
            $"/bank-accounts/{award.BankAccountId}/block", new { reason = "Gefälschter Brief" }, account.ETag)).Succeeded();
    }

    async Task Verify(SeededAward award, Answer account) =>
        (await app.As("finance-1").Post($"/bank-accounts/{award.BankAccountId}/verify", ifMatch: account.ETag)).Succeeded();
}
