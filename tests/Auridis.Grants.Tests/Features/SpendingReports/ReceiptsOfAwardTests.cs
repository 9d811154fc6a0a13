using System.Globalization;
using System.Text.Json;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>What the receipts of several reports of one award have to do with each other.</summary>
public sealed class ReceiptsOfAwardTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task A_double_payment_is_found_in_another_report()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("R-1", 100, payee: "Bildungswerk Süd"), Receipt("R-2", 100, payee: "Stadtwerke"));
        (await Accept(interim, "finance-2", (await Found(interim, 200)).ETag)).Succeeded();

        await Add(award, Receipt("R-3", 100, payee: "bildungswerk  SÜD"), Receipt("R-4", 100.01m, payee: "Stadtwerke"));

        Assert.That(await Flags(award), Is.EqualTo(["paid-twice", ""]));
        Assert.That(await Flags(interim), Is.EqualTo(["paid-twice", ""]));
        // The examiner of the final report finds on it; what is accepted stays as it is.
        var found = await Found(award, 200.01m);
        Assert.That(found.Json.GetProperty("missingFindings").GetArrayLength(), Is.EqualTo(1));
        (await Accept(award, "finance-2", found.ETag)).Refused(409, "examination-incomplete");

        var neighbour = await Paid();
        await Add(neighbour, Receipt("R-1", 100, payee: "Bildungswerk Süd"));
        Assert.That(await Flags(neighbour), Is.EqualTo([""]), "another award");
    }

    [Test]
    public async Task A_number_is_given_once_in_all_reports()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("R-1", 100));
        var office = app.As(award.Applicant);

        var refused = (await office.Post(award.Report + "/receipts", Batch(Receipt("R-2", 5), Receipt("R-1", 7))))
            .Refused(400, "receipts-refused");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(["/receipts/1/number"]));
        await Add(award, Receipt("R-2", 5));
        var receipt = (await Receipts(award))[0].GetProperty("id").GetString();
        (await office.Put($"{award.Report}/receipts/{receipt}", Receipt("R-1", 5), await ETag(award))).Refused(400, "receipts-refused");
        Assert.That((await Receipts(award)).Select(item => item.GetProperty("number").GetString()), Is.EqualTo(["R-2"]));
    }

    [Test]
    public async Task A_credit_note_is_on_a_receipt_of_an_earlier_report_and_lowers_what_the_final_one_comes_to()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("R-1", 50_000));
        (await Accept(interim, "finance-2", (await Found(interim, 50_000)).ETag)).Succeeded();
        var office = app.As(award.Applicant);

        (await office.Post(award.Report + "/receipts", Batch(Credit("G-1", -50_000.01m, "R-1")))).Refused(409, "credit-above-receipt");
        await Add(award, Credit("G-1", -500, "R-1"));
        Assert.That(await Flags(award), Is.EqualTo([""]));
        var found = await Found(award, -500);
        (await Accept(award, "finance-2", found.ETag)).Succeeded();

        var statement = (await office.Get(award.Report + "/statement")).Succeeded();
        Assert.That((statement["expenditure.amount"], statement["entitlement.amount"], statement["claim.amount"]),
            Is.EqualTo(("49500.00", "49500.00", "50500.00")));
    }

    [Test]
    public async Task A_receipt_is_not_lowered_below_what_another_report_credits_on_it()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("R-1", 100));
        await Add(award, Credit("G-1", -60, "R-1"));
        var receipt = (await Receipts(interim))[0].GetProperty("id").GetString();
        Task<Answer> Lower(decimal euros, string tag) =>
            app.As(award.Applicant).Put($"{interim.Report}/receipts/{receipt}", Receipt("R-1", euros), tag);

        var refused = (await Lower(59.99m, await ETag(interim))).Refused(409, "credit-above-receipt");
        Assert.That((refused["receiptNumber"], refused["credited.amount"], refused["paid.amount"]), Is.EqualTo(("R-1", "60.00", "59.99")));
        (await Lower(60, await ETag(interim))).Succeeded();
    }

    [Test]
    public async Task Of_credits_in_two_reports_at_once_no_more_is_taken_than_was_paid()
    {
        var (award, interim) = await Scheduled();
        await Add(interim, Receipt("R-1", 100));

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => app.As(award.Applicant).Post(
            (i % 2 == 0 ? award : interim).Report + "/receipts", Batch(Credit($"G-{i}", -(20 + i), "R-1")))));

        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("credit-above-receipt"));
        var credited = (await Receipts(award)).Concat(await Receipts(interim)).Sum(receipt => -Math.Min(0, Cents(receipt)));
        Assert.That(credited, Is.InRange(60_00, 100_00));
    }

    [Test]
    public async Task The_same_number_in_two_reports_at_once_is_there_once()
    {
        var (award, interim) = await Scheduled();

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => app.As(award.Applicant).Post(
            (i % 2 == 0 ? award : interim).Report + "/receipts", Batch(Receipt("R-1", i)))));

        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Is.All.EqualTo("receipts-refused"));
        Assert.That((await Receipts(award)).Count + (await Receipts(interim)).Count, Is.EqualTo(1));
    }

    async Task<List<string>> Flags(SeededAward report) => [.. (await Receipts(report)).Select(receipt =>
        string.Join(' ', receipt.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString())))];

    static long Cents(JsonElement receipt) => (long)(100 * decimal.Parse(
        receipt.GetProperty("amount").GetProperty("amount").GetString()!, CultureInfo.InvariantCulture));
}
