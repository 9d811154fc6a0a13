using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>What a receipt says of how it was procured.</summary>
public sealed class ProcurementNoteTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task Above_the_amount_of_the_terms_a_receipt_without_a_note_is_flagged()
    {
        var award = await Noting(1_000_00);
        await Add(
            award, Receipt("R-1", 1_000), Receipt("R-2", 1_000.01m), Noted("R-3", 1_000.01m, "Drei Angebote."), Noted("R-4", 5, null));

        Assert.That(await Flags(award), Is.EqualTo(["", "procurement-note-missing", "", ""]));
        Assert.That((await Receipts(award))[2].GetProperty("procurementNote").GetString(), Is.EqualTo("Drei Angebote."));
        // It disallows nothing by itself, and the examiner finds on it.
        var found = await Found(award, 3_005.02m);
        Assert.That((found["statement.notRecognised.amount"], found.Json.GetProperty("missingFindings").GetArrayLength()),
            Is.EqualTo(("0.00", 1)));
        (await Accept(award, "finance-2", found.ETag)).Refused(409, "examination-incomplete");
    }

    [Test]
    public async Task A_note_is_added_later_and_taken_off_again()
    {
        var award = await Noting(0);
        await Add(award, Receipt("R-1", 0.01m));
        Assert.That(await Flags(award), Is.EqualTo(["procurement-note-missing"]));
        var path = $"{award.Report}/receipts/{(await Receipts(award))[0].GetProperty("id").GetString()}";

        (await app.As(award.Applicant).Put(path, Noted("R-1", 0.01m, "Direktauftrag."), await ETag(award))).Succeeded();
        Assert.That(await Flags(award), Is.EqualTo([""]));
        await Submit(award, 0.01m);
        var frozen = (await app.As("auditor-1").Get(award.Report + "/versions/1/receipts")).Succeeded();
        Assert.That(frozen.Json.GetProperty("items")[0].GetProperty("procurementNote").GetString(), Is.EqualTo("Direktauftrag."));
    }

    [Test]
    public async Task Without_an_amount_in_the_terms_no_note_is_missed()
    {
        var award = await WithReceipts(Receipt("R-1", 90_000));
        Assert.That(await Flags(award), Is.EqualTo([""]));
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Noted("R-2", 1, new string('x', 501)))))
            .Refused(400, "validation-failed");
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Noted("R-2", 1, " ")))).Refused(400, "validation-failed");
        var terms = Sample.Terms with { ProcurementNoteAbove = new Money(-1) };
        var refused = (await app.As("caseworker-1").Post("/programmes", new { code = "NOTED", terms })).Refused(400, "validation-failed");
        Assert.That(refused.Json.GetProperty("errors").EnumerateObject().Select(error => error.Name),
            Is.EqualTo(["/terms/procurementNoteAbove"]));
    }

    Task<SeededAward> Noting(long aboveCents) => SeededAward.Insert(app.Db, paidCents: 100_000_00, financing: FinancingType.Full,
        changing: terms => terms with { ProcurementNoteAbove = new Money(aboveCents) });

    static object Noted(string number, decimal euros, string? procurementNote) => new
    {
        number,
        paidOn = "2019-06-03",
        payee = $"Payee of {number}",
        purpose = "Network",
        category = "personnel",
        amount = Money(euros),
        procurementNote,
    };

    async Task<List<string>> Flags(SeededAward award) => [.. (await Receipts(award)).Select(receipt =>
        string.Join(' ', receipt.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString())))];
}
