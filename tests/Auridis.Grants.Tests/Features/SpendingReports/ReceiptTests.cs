using System.Globalization;
using System.Net;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>What a report consists of: receipts, sent in batches, each taken once.</summary>
public sealed class ReceiptTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task A_batch_with_three_bad_receipts_names_exactly_those_three()
    {
        var award = await WithReceipts(Receipt("R-1", 100));

        var refused = await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(
            Receipt("R-2", 1), Receipt("R-3", 1, paidOn: "2021-03-02"), Receipt("R-4", 1, "travel"), Receipt("R-5", 1), Receipt("R-1", 1)));

        refused.Refused(400, "receipts-refused");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EqualTo(new[] { "/receipts/1/paidOn", "/receipts/2/category", "/receipts/4/number" }));
        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        Assert.That((report["receiptCount"], report["expenditure.amount"], report["version"]), Is.EqualTo(("1", "100.00", "2")));
    }

    /// <summary>Before anything is asked of the report: here of one that there is not.</summary>
    [Test]
    public async Task What_is_wrong_with_receipts_by_themselves_is_told_first()
    {
        var refused = (await app.Applicant("05512000").Post($"/spending-reports/{Guid.Empty}/receipts", Batch(
            Receipt("R-1", 1), Receipt("R-2", 0), Receipt(" R-3", 1, "Travel costs"), Receipt("R-1", 1, paidOn: "0019-06-03", payee: " "))))
            .Refused(400, "validation-failed");

        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EquivalentTo(new[]
        {
            "/receipts/1/amount", "/receipts/2/number", "/receipts/2/category", "/receipts/3/number", "/receipts/3/paidOn",
            "/receipts/3/payee",
        }));
    }

    [Test]
    public async Task A_batch_has_1_to_200_receipts()
    {
        var award = await Paid();
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch())).Refused(400, "validation-failed");
        var large = (await app.As(award.Applicant).Post(award.Report + "/receipts",
            Batch([.. Enumerable.Range(1, 201).Select(i => Receipt($"R-{i}", 1))]))).Refused(400, "validation-failed");
        Assert.That(large["errors"], Is.EqualTo("""{"/receipts":["At most 200 items."]}"""));
        var added = (await app.As(award.Applicant)
            .Post(award.Report + "/receipts", Batch([.. Enumerable.Range(1, 200).Select(i => Receipt($"R-{i}", i))]))).Succeeded();
        Assert.That((added.Status, added["report.receiptCount"], added["report.expenditure.amount"], added.ETag),
            Is.EqualTo((HttpStatusCode.Created, "200", "20100.00", "\"2\"")));

        var first = (await app.As(award.Applicant).Get(award.Report + "/receipts?limit=150")).Succeeded();
        var second = (await app.As(award.Applicant).Get($"{award.Report}/receipts?limit=150&cursor={first["nextCursor"]}")).Succeeded();
        var numbers = new[] { first, second }.SelectMany(page => page.Json.GetProperty("items").EnumerateArray())
            .Select(item => item.GetProperty("number").GetString());
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 200).Select(i => $"R-{i}")));
    }

    [Test]
    public async Task What_an_addition_answers_is_enough_to_submit()
    {
        var award = await Paid();
        await Write(award);

        var added = (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-1", 100)))).Succeeded();

        Assert.That((await app.As(award.Applicant).Get(award.Report)).Succeeded().Text,
            Is.EqualTo(added.Json.GetProperty("report").GetRawText()));
        (await app.As(award.Applicant)
            .Post(award.Report + "/submit", new { expenditure = added.Json.GetProperty("report").GetProperty("expenditure") }, added.ETag))
            .Succeeded();
    }

    [Test]
    public async Task A_report_has_a_largest_sum()
    {
        var award = await WithReceipts(Receipt("R-1", 999_999_999.98m));
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-2", 0.02m)))).Refused(409, "report-full");
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-2", 0.01m)))).Succeeded();
    }

    [Test]
    public async Task Parallel_additions_lose_no_receipt()
    {
        var award = await Paid();

        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(i =>
            app.As(award.Applicant).Post(award.Report + "/receipts",
                Batch(Receipt($"A-{i}", i), Receipt($"B-{i}", 10 * i), Receipt($"C-{i}", 0.01m)))));

        foreach (var answer in answers)
            answer.Succeeded();
        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        var receipts = await Receipts(award);
        Assert.Multiple(() =>
        {
            Assert.That((report["receiptCount"], report["expenditure.amount"], report["version"]), Is.EqualTo(("36", "858.12", "13")));
            Assert.That(receipts, Has.Count.EqualTo(36));
            Assert.That(receipts.Sum(receipt => decimal.Parse(receipt.GetProperty("amount").GetProperty("amount").GetString()!,
                CultureInfo.InvariantCulture)), Is.EqualTo(858.12m));
        });
    }

    [Test]
    public async Task The_same_receipt_sent_by_many_at_once_is_there_once()
    {
        var award = await Paid();
        var answers = await Task.WhenAll(
            Enumerable.Range(1, 6).Select(_ => app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-1", 5)))));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Status != HttpStatusCode.Created).Select(answer => answer.Code),
            Is.All.EqualTo("receipts-refused"));
        Assert.That(await Receipts(award), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Receipts_outside_the_period_or_paid_twice_are_flagged()
    {
        var award = await WithReceipts(
            Receipt("R-1", 10, payee: "Moderation Nord"), Receipt("r-1", 10, payee: "MODERATION  nord"),
            Receipt("R-3", 10, payee: "Moderation Süd"),
            Receipt("R-4", 10, payee: "Moderation Nord", paidOn: "2019-06-04"), Receipt("R-5", 1, paidOn: "2018-12-31"),
            Receipt("R-6", 1, paidOn: "2020-12-31"));
        var later = (await app.As(award.Applicant)
            .Post(award.Report + "/receipts", Batch(Receipt("R-7", 10, payee: "moderation süd", paidOn: "2019-06-03")))).Succeeded();
        Assert.That(later.Json.GetProperty("receipts")[0].GetProperty("flags")[0].GetString(), Is.EqualTo("paid-twice"));

        var flags = (await Receipts(award))
            .Select(receipt => string.Join(' ', receipt.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString())));
        Assert.That(flags, Is.EqualTo(new[] { "paid-twice", "paid-twice", "paid-twice", "", "outside-period", "", "paid-twice" }));
    }

    [TestCase("Bäckerei Süd", "Ba\u0308ckerei Su\u0308d")]
    [TestCase("Straßenfest e.V.", "STRASSENFEST E.V.")]
    [TestCase("Büro\u00a0Nord", "BÜRO  NORD")]
    public async Task A_payee_is_known_again_however_it_is_written(string payee, string again)
    {
        var award = await WithReceipts(Receipt("R-1", 10, payee: payee), Receipt("R-2", 10, payee: again));

        Assert.That((await Receipts(award)).Select(receipt => receipt.GetProperty("flags").ToString()),
            Is.All.EqualTo("""["paid-twice"]"""));
    }

    [Test]
    public async Task A_number_is_the_same_composed_and_decomposed()
    {
        var award = await WithReceipts(Receipt("Süd-1", 10));

        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("Su\u0308d-1", 5)))).Refused(400, "receipts-refused");
        Assert.That((await Receipts(award)).Single().GetProperty("number").GetString(), Is.EqualTo("Süd-1"));
    }

    /// <summary>The longest texts that the document allows, in characters that take the most room in a column and in a key.</summary>
    [TestCase("𝒳")]
    [TestCase("ﬃ")]
    public async Task The_longest_receipt_fits(string character)
    {
        string Long(int length) => string.Concat(Enumerable.Repeat(character, length));
        var award = await Paid();

        var added = (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(new
        {
            number = Long(50),
            paidOn = "2019-06-03",
            payee = Long(200),
            purpose = Long(500),
            category = "personnel",
            amount = Money(1),
        }))).Succeeded();

        Assert.That(added.Json.GetProperty("receipts")[0].GetProperty("purpose").GetString() == Long(500), Is.True);
    }

    [Test]
    public async Task A_receipt_is_taken_out_of_a_draft()
    {
        var award = await WithReceipts(Receipt("R-1", 10), Receipt("R-2", 5));
        await Write(award);
        var other = await WithReceipts(Receipt("R-1", 10));
        var path = $"{award.Report}/receipts/{(await Receipts(award))[0].GetProperty("id").GetString()}";
        var foreign = $"{award.Report}/receipts/{(await Receipts(other))[0].GetProperty("id").GetString()}";

        (await app.As(award.Applicant).Delete(foreign, "\"3\"")).Refused(404, "not-found");
        (await app.As(award.Applicant).Delete(path, "\"2\"")).Refused(412, "stale-version");
        var left = (await app.As(award.Applicant).Delete(path, "\"3\"")).Succeeded();

        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        Assert.That((report["receiptCount"], report["expenditure.amount"], report.ETag), Is.EqualTo(("1", "5.00", "\"4\"")));
        Assert.That((left.Text, left.ETag), Is.EqualTo((report.Text, report.ETag)), "the answer is what the next step needs");
        Assert.That((await Receipts(award)).Single().GetProperty("number").GetString(), Is.EqualTo("R-2"));
    }
}
