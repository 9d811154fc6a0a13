using System.Globalization;

namespace Auridis.Grants.Tests.Features.AuditTrail;

/// <summary>The trail is kept for ever and read by others than the resource: it must not repeat what may name a person.</summary>
public sealed class AuditDetailsTests(DatabaseKind kind) : ApiTests(kind)
{
    const string Name = "Erika Mustermann";

    [Test]
    public async Task What_people_write_freely_stands_in_no_detail()
    {
        (await app.As("admin-1").Put("/clock", new { now = "2021-03-01T08:00:00Z" })).Succeeded();
        var award = await SeededAward.Insert(app.Db, paidCents: 50_000_00);
        await PayAndReturn(award);
        await ReportAndRepay(award);
        await Reject(award);

        var details = await app.Db.Read(
            session => session.All<string>("select Details from AuditEvent where ResourceVersion > 0"), CancellationToken.None);
        Assert.That(details, Has.Count.GreaterThan(10).And.All.Not.Contains("Erika"));
    }

    async Task PayAndReturn(SeededAward award)
    {
        var requested = (await app.As(award.Applicant).Post($"/awards/{award.Id}/disbursements", new
        {
            amount = Euros(1000),
            purpose = $"Salary of {Name}",
            need = Euros(1000),
            unspent = Euros(0),
            ownUsed = Euros(0),
            thirdPartyUsed = Euros(0),
            bankAccountId = award.BankAccountId,
        }, key: Payments.Key)).Succeeded();
        var approved = (await app.Step("finance-1", requested, "approve", Payments.Right)).Succeeded();
        var released = (await app.Step("finance-2", approved, "release")).Succeeded();
        var booking = new { bookedOn = released["releasedOn"], bankReference = $"SEPA {Name}" };
        var recorded = (await app.Step("treasury-1", released, "settle", booking)).Succeeded();
        var settled = (await app.Step("treasury-2", recorded, "confirm-settlement")).Succeeded();
        var returning = (await app.Step("treasury-1", settled, "return", new
        {
            booking.bookedOn,
            booking.bankReference,
            reason = $"{Name} has closed the account",
        })).Succeeded();
        Assert.That((await app.Step("treasury-2", returning, "confirm-return")).Succeeded()["returnBankReference"], Does.Contain(Name));
    }

    async Task ReportAndRepay(SeededAward award)
    {
        var office = app.As(award.Applicant);
        var added = (await office.Post(award.Report + "/receipts", new
        {
            receipts = new[]
            {
                new
                {
                    number = $"{Name} 1",
                    paidOn = "2019-06-03",
                    payee = Name,
                    purpose = $"Workshop by {Name}",
                    category = "personnel",
                    amount = Euros(100),
                },
            },
        })).Succeeded();
        var written = (await office.Put(
            award.Report, new { narrative = $"{Name} has led the network.", ownFunds = Euros(0), thirdPartyIncome = Euros(0) }, added.ETag))
            .Succeeded();
        var submitted = (await office.Post(award.Report + "/submit", new { expenditure = Euros(100) }, written.ETag)).Succeeded();
        var examined = (await app.As("finance-1").Post(award.Report + "/examine", ifMatch: submitted.ETag)).Succeeded();
        var receiptId = added.Json.GetProperty("receipts")[0].GetProperty("id").GetString();
        var found = (await app.As("finance-1").Post(award.Report + "/findings", new
        {
            findings = new[] { new { receiptId, recognised = Euros(40), reason = $"{Name} was not employed then." } },
        }, examined.ETag)).Succeeded();
        (await app.As("finance-2").Post(award.Report + "/accept", ifMatch: found.ETag, key: Payments.Key)).Succeeded();
        var claim = (await app.As("finance-1").Get($"/repayment-claims?awardId={award.Id}")).Succeeded().Json.GetProperty("items")[0];
        (await app.As("treasury-1").Post($"/repayment-claims/{claim.GetProperty("id").GetString()}/receipts", new
        {
            amount = Euros(10),
            receivedOn = "2021-03-01",
            bankReference = $"From {Name}",
        }, key: Payments.Key)).Succeeded();
    }

    async Task Reject(SeededAward award)
    {
        var run = (await app.As("accounting-1").Post("/export-runs", new { format = "csv" }, key: Payments.Key)).Succeeded();
        (await app.As("accounting-1").Post(run.Location + "/void", new { reason = $"{Name} asked for it" }, run.ETag)).Succeeded();
        var other = await SeededAward.Insert(app.Db);
        var requested = await app.Requested(other);
        (await app.Step("finance-1", requested, "reject", new { reason = $"{Name} has left" })).Succeeded();
        (await app.As(award.Applicant).Post($"/youth-offices/{await OfficeOf(award)}/bank-accounts", new
        {
            iban = "NL91ABNA0417164300",
            holder = Name,
        })).Succeeded();
    }

    async Task<string> OfficeOf(SeededAward award) =>
        (await app.As("auditor-1").Get("/youth-offices?ags=" + award.Ags)).Succeeded().Json.GetProperty("items")[0].GetProperty("id")
            .GetString()!;

    static object Euros(decimal euros) => new { amount = euros.ToString("0.00", CultureInfo.InvariantCulture), currency = "EUR" };
}
