using System.Globalization;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Receipts with a negative amount.</summary>
public sealed class CreditNoteTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task A_credit_note_lowers_what_was_spent()
    {
        var award = await WithReceipts(Receipt("R-1", 100), Credit("G-1", -30.50m, "R-1"));

        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        Assert.That((report["receiptCount"], report["expenditure.amount"]), Is.EqualTo(("2", "69.50")));
        Assert.That((await Receipts(award)).Select(receipt => receipt.GetProperty("flags").GetArrayLength()), Is.All.Zero);

        await Found(award, 69.50m);
        var statement = (await app.As(award.Applicant).Get(award.Report + "/statement")).Succeeded();
        Assert.That((statement["recognised.amount"], statement["notRecognised.amount"]), Is.EqualTo(("69.50", "0.00")));
    }

    [Test]
    public async Task A_credit_note_on_no_receipt_is_flagged()
    {
        var award = await WithReceipts(
            Receipt("R-1", 100), Credit("G-1", -1, null), Credit("G-2", -1, "R-9"), Credit("G-3", -1, "R-1"), Credit("G-4", -1, "G-3"));

        Assert.That(
            (await Receipts(award)).Select(receipt =>
                string.Join(' ', receipt.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()))),
            Is.EqualTo(new[] { "", "negative-without-reference", "negative-without-reference", "", "negative-without-reference" }));
    }

    [Test]
    public async Task No_more_is_credited_than_was_paid()
    {
        var award = await WithReceipts(Receipt("R-1", 100), Credit("G-1", -60, "R-1"));
        var office = app.As(award.Applicant);

        var refused = (await office.Post(award.Report + "/receipts", Batch(Receipt("R-2", 5), Credit("G-2", -40.01m, "R-1"))))
            .Refused(409, "credit-above-receipt");
        Assert.That(
            (refused["receiptNumber"], refused["credited.amount"], refused["paid.amount"]), Is.EqualTo(("R-1", "100.01", "100.00")));
        Assert.That(await Receipts(award), Has.Count.EqualTo(2));
        (await office.Post(award.Report + "/receipts", Batch(Credit("G-2", -40, "R-1")))).Succeeded();

        // Nor is the receipt lowered below what was credited on it.
        var receipt = (await Receipts(award))[0].GetProperty("id").GetString();
        (await office.Put($"{award.Report}/receipts/{receipt}", Receipt("R-1", 99.99m), await ETag(award)))
            .Refused(409, "credit-above-receipt");
        var report = (await office.Get(award.Report)).Succeeded();
        Assert.That(report["expenditure.amount"], Is.EqualTo("0.00"));
    }

    [Test]
    public async Task Of_credits_at_once_no_more_is_taken_than_was_paid()
    {
        var award = await WithReceipts(Receipt("R-1", 100));

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Credit($"G-{i}", -(20 + i), "R-1")))));

        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("credit-above-receipt"));
        var credited = (await Receipts(award)).Skip(1)
            .Sum(receipt => -decimal.Parse(receipt.GetProperty("amount").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture));
        Assert.That(credited, Is.InRange(60m, 100m));
    }

    [Test]
    public async Task What_is_recognised_of_a_credit_note_is_between_nothing_and_all_of_it()
    {
        var award = await WithReceipts(Receipt("R-1", 100), Credit("G-1", -30, null));
        var examined = await Examine(award, 70);
        var credit = (await Receipts(award))[1].GetProperty("id").GetGuid();
        Task<Answer> Find(decimal recognised) => app.As("finance-1").Post(award.Report + "/findings",
            new { findings = new[] { new { receiptId = credit, recognised = Money(recognised), reason = "Siehe Auszug" } } },
            examined.ETag);

        (await Find(-30.01m)).Refused(400, "findings-refused");
        (await Find(0.01m)).Refused(400, "findings-refused");
        var found = (await Find(-30)).Succeeded();
        Assert.That(found["statement.recognised.amount"], Is.EqualTo("70.00"));
    }

    [Test]
    public async Task Nothing_and_a_reference_of_what_was_paid_are_refused()
    {
        var award = await Paid();
        var refused = (await app.As(award.Applicant)
            .Post(award.Report + "/receipts", Batch(Credit("G-1", 0, null), Credit("R-1", 5, "R-0"))))
            .Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EqualTo(new[] { "/receipts/0/amount", "/receipts/1/reference" }));
    }
}
