namespace Auridis.Grants.Tests.Features.Disbursements;

/// <summary>Who finds a payment right, who orders it and who pays it are different people (§ 31 (3) KomHVO NRW).</summary>
public sealed class PayersApartTests(DatabaseKind kind) : PaymentFixture(kind)
{
    static readonly object Booking = new { bookedOn = "2018-10-01", bankReference = "KTO-1" };

    [Test]
    public async Task Finance_pays_nothing_and_the_treasury_orders_nothing()
    {
        var award = await SeededAward.Insert(app.Db);
        (await app.Step("treasury-1", await app.Requested(award), "approve", Payments.Right)).Refused(403, "forbidden");
        (await app.Step("treasury-1", await app.Approved(award), "release")).Refused(403, "forbidden");
        var released = await app.Released(award);

        (await app.Step("finance-3", released, "settle", Booking)).Refused(403, "forbidden");
        (await app.Step("finance-3", await app.Settled(award), "return", Payments.Returned("2018-10-01"))).Refused(403, "forbidden");
        Assert.That((await app.As("treasury-1").Get($"/disbursements/{released["id"]}")).Succeeded()["bankAccount.iban"],
            Is.EqualTo(SeededAward.Iban), "who pays sees where to");
    }

    [TestCase("finance-1", "approver")]
    [TestCase("finance-2", "releaser")]
    public async Task Who_has_approved_or_released_a_payment_never_pays_it_whatever_their_roles(string person, string earlier)
    {
        var award = await SeededAward.Insert(app.Db);
        var both = app.With(Tokens.Of(app, person, Role.Treasury));
        Task<Answer> Step(Answer payment, string step, object? body = null) =>
            both.Post($"/disbursements/{payment["id"]}/{step}", body, payment.ETag, Payments.Key);

        var released = await app.Released(award);
        Assert.That((await Step(released, "settle", Booking)).Refused(403, "four-eyes")["earlier"], Is.EqualTo(earlier));
        var recorded = (await app.Step("treasury-1", released, "settle", Booking)).Succeeded();
        Assert.That((await Step(recorded, "confirm-settlement")).Refused(403, "four-eyes")["earlier"], Is.EqualTo(earlier));
        var settled = (await app.Step("treasury-2", recorded, "confirm-settlement")).Succeeded();
        var returning = Payments.Returned("2018-10-01");
        Assert.That((await Step(settled, "return", returning)).Refused(403, "four-eyes")["earlier"], Is.EqualTo(earlier));
        var returned = (await app.Step("treasury-1", settled, "return", returning)).Succeeded();
        Assert.That((await Step(returned, "confirm-return")).Refused(403, "four-eyes")["earlier"], Is.EqualTo(earlier));
    }
}
