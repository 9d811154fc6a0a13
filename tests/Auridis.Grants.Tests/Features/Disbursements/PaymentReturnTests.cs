using System.Text.Json;

namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Payments that the bank brings back.</summary>
public sealed class PaymentReturnTests(DatabaseKind kind) : PaymentFixture(kind)
{
    [Test]
    public async Task What_comes_back_is_free_again_when_two_people_say_so()
    {
        var award = await SeededAward.Insert(app.Db);
        var settled = await app.Settled(award, "100000.00");

        (await app.Step("treasury-1", settled, "return", Payments.Returned("2018-09-01"))).Refused(409, "booking-date-implausible");
        (await app.Step("treasury-1", settled, "confirm-return")).Refused(409, "return-not-recorded");
        var recorded = (await app.Step("treasury-1", settled, "return", Payments.Returned("2018-10-01"))).Succeeded();
        Assert.That((recorded["status"], recorded["returnedOn"], recorded["returnBankReference"]),
            Is.EqualTo(("settled", "2018-10-01", "KTO-2")));
        Assert.That(await award.Funds(app), Is.EqualTo((100_000_00, 100_000_00, 100_000_00)));
        Assert.That((await app.Step("treasury-1", recorded, "confirm-return")).Refused(403, "four-eyes")["earlier"],
            Is.EqualTo("return-recorder"));
        (await app.Step("treasury-2", settled, "confirm-return")).Refused(412, "stale-version");
        var returned = (await app.Step("treasury-2", recorded, "confirm-return")).Succeeded();

        Assert.That((returned["status"], returned["reason"]), Is.EqualTo(("returned", "Account closed")));
        Assert.That(await award.Funds(app), Is.EqualTo((0, 0, 100_000_00)));
        Assert.That(await EventsOf(award), Is.EqualTo("payable settlement commitment-use return commitment-restore"));
        Assert.That((await app.Requested(award, "100000.00"))["reference"], Does.EndWith("-P02"));
        (await app.Step("treasury-2", returned, "confirm-return")).Refused(409, "wrong-state");
    }

    [Test]
    public async Task What_the_bank_booked_can_be_proved_from_the_audit_trail()
    {
        var award = await SeededAward.Insert(app.Db);
        var recorded = (await app.Step("treasury-1", await app.Settled(award), "return", Payments.Returned("2018-10-01"))).Succeeded();
        (await app.Step("treasury-2", recorded, "confirm-return")).Succeeded();

        var details = await app.Db.Read(session => session.All<string>(
            """
            select Details from AuditEvent
            where ResourceId = @Id and Action in ('disbursement.settlement-recorded', 'disbursement.settled',
                'disbursement.return-recorded', 'disbursement.returned')
            order by Seq
            """, new { Id = Guid.Parse(recorded["id"]) }), CancellationToken.None);
        Assert.That(details, Has.Count.EqualTo(4));
        string[] members = ["bankReference", "bankReference", "bankReference", "returnBankReference"];
        var digests = details.Zip(members, (text, member) => JsonDocument.Parse(text).RootElement.GetProperty(member))
            .Select(digest => new SaltedDigest(digest.GetProperty("salt").GetString()!, digest.GetProperty("sha256").GetString()!))
            .ToList();
        Assert.That(digests.Zip(["KTO-1", "KTO-1", "KTO-2", "KTO-2"], (digest, text) => digest == SaltedDigest.Of(digest.Salt, text)),
            Is.All.True);
        Assert.That(digests.Select(digest => digest.Sha256), Is.Unique);
    }
}
