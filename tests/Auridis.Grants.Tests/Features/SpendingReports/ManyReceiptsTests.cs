using System.Text;
using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>A report of 50,000 receipts, the most that it holds.</summary>
public sealed class ManyReceiptsTests(DatabaseKind kind) : ImportFixture(kind)
{
    [Test]
    public async Task A_report_holds_50000_receipts_and_not_one_more()
    {
        var award = await Paid();
        var full = await Checked(award, Header + Rows(ReportLimits.MostReceipts + 1));
        Assert.That((full["status"], full["rowsGood"], full["rowsBad"]), Is.EqualTo(("faulty", "50000", "1")));
        Assert.That(await Faults(full), Is.EqualTo(new[] { "50002:1  report-full" }));
        (await Discard(award, full)).Succeeded();

        var ready = await Checked(award, Header + Rows(ReportLimits.MostReceipts));
        (await Apply(award, ready)).Succeeded();

        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-0", 1)))).Refused(409, "report-full");
        var late = await Checked(award, Header + Row("R-0"));
        Assert.That(await Faults(late), Is.EqualTo(new[] { "2:1  report-full" }));
        var statement = (await app.As(award.Applicant).Get(award.Report + "/statement")).Succeeded();
        Assert.That(statement["expenditure.amount"], Is.EqualTo("50000.00"));

        await Submit(award, ReportLimits.MostReceipts);
        var version = (await app.As(award.Applicant).Get(award.Report + "/versions/1")).Succeeded();
        Assert.That((version["submission.receiptCount"], version.Bytes.Length < 2_000), Is.EqualTo(("50000", true)));
        var last = (await All(award.Report + "/versions/1/receipts"))[^1];
        Assert.That(last.GetProperty("number").GetString(), Is.EqualTo("R-50000"));
    }

    [Test]
    public async Task A_fault_on_the_last_but_one_of_50000_rows_is_named()
    {
        var award = await Paid();
        var faulty = await Checked(award, Header + Rows(49_998) + Row("R-49999", "0,00") + Row("R-50000"));

        Assert.That((faulty["rowsRead"], faulty["rowsGood"], faulty["rowsBad"]), Is.EqualTo(("50000", "49999", "1")));
        Assert.That(await Faults(faulty), Is.EqualTo(new[] { "50000:6 amount invalid" }));
    }

    [Test]
    public async Task Every_one_of_many_bad_rows_is_named()
    {
        var faulty = await Checked(await Paid(), Header + string.Concat(Enumerable.Repeat(Row("", "x"), 2_500)));

        Assert.That(faulty["rowsBad"], Is.EqualTo("2500"));
        var faults = await Faults(faulty);
        Assert.That(faults, Has.Count.EqualTo(5_000));
        Assert.That(faults[^1], Is.EqualTo("2501:6 amount invalid-amount"));
    }

    /// <summary>Who has the receipts of a version can tell that they are the ones that were submitted.</summary>
    [Test]
    public async Task The_hash_of_a_version_holds_its_receipts()
    {
        var award = await WithReceipts([.. Enumerable.Range(1, 3).Select(i => Receipt($"R-{i}", i))]);
        await Submit(award, 6);
        var version = (await app.As(award.Applicant).Get(award.Report + "/versions/1")).Succeeded();

        var lines = (await All(award.Report + "/versions/1/receipts")).Select(receipt => receipt.GetRawText() + "\n");

        Assert.That(Sha256(string.Concat(lines)), Is.EqualTo(version["submission.receiptsSha256"]));
        Assert.That(Sha256(version.Json.GetProperty("submission").GetRawText()), Is.EqualTo(version["contentHash"]));
        (await app.As(award.Applicant).Get(award.Report + "/versions/2/receipts")).Refused(404, "not-found");
    }

    static string Sha256(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
