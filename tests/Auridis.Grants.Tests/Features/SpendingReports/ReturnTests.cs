using System.Text.Json;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>A report that its office has to mend, and the versions that it becomes.</summary>
public sealed class ReturnTests(DatabaseKind kind) : ReportFixture(kind)
{
    [Test]
    public async Task A_returned_report_is_mended_and_becomes_the_next_version()
    {
        var award = await WithReceipts(Receipt("R-1", 100), Receipt("R-2", 50));
        var examined = await Examine(award, 150);
        var receipt = (await Receipts(award))[1].GetProperty("id").GetGuid();

        var returned = (await app.As("finance-1").Post(award.Report + "/return", new
        {
            points = new object[]
            {
                new { text = "Der Sachbericht ist zu kurz." }, new { text = "Es waren 60 Euro.", receiptId = receipt },
            },
        }, examined.ETag)).Succeeded();
        Assert.That((returned["status"], returned["versions"], returned.Json.GetProperty("points")[1].GetProperty("receiptId").GetGuid()),
            Is.EqualTo(("returned", "1", receipt)));
        (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: returned.ETag)).Refused(409, "wrong-state");

        var office = app.As(award.Applicant);
        var edited = (await office.Put($"{award.Report}/receipts/{receipt}", Receipt("R-2", 60), returned.ETag))
            .Succeeded();
        Assert.That((edited["report.expenditure.amount"], edited["receipt.amount.amount"], edited["report.status"]),
            Is.EqualTo(("160.00", "60.00", "returned")));
        var submitted = await Submit(award, 160);
        Assert.That((submitted["status"], submitted["versions"], submitted.Json.GetProperty("points").ValueKind),
            Is.EqualTo(("submitted", "2", JsonValueKind.Null)));

        var versions = (await office.Get(award.Report + "/versions")).Succeeded().Json.GetProperty("items");
        Assert.That(versions.EnumerateArray().Select(version => version.GetProperty("number").GetInt32()), Is.EqualTo(new[] { 1, 2 }));
        var first = (await office.Get(award.Report + "/versions/1")).Succeeded();
        Assert.That((first["submission.expenditure.amount"], first.ETag), Is.EqualTo(("150.00", $"\"{first["contentHash"]}\"")));
        var frozen = (await office.Get(award.Report + "/versions/1/receipts")).Succeeded().Json.GetProperty("items");
        Assert.That(frozen[1].GetProperty("amount").GetProperty("amount").GetString(), Is.EqualTo("50.00"));
        Assert.That((await office.Get(award.Report + "/versions/2")).Succeeded()["submission.expenditure.amount"], Is.EqualTo("160.00"));
        (await office.Get(award.Report + "/versions/3")).Refused(404, "not-found");
        (await app.As((await Paid()).Applicant).Get(award.Report + "/versions/1")).Refused(404, "not-found");
    }

    [Test]
    public async Task Findings_stay_until_their_receipt_is_replaced_and_the_next_examiner_records_anew()
    {
        var award = await WithReceipts(Receipt("R-1", 100), Receipt("R-2", 50));
        var examined = await Examine(award, 150);
        var receipts = (await Receipts(award)).Select(receipt => receipt.GetProperty("id").GetGuid()).ToList();
        var found = (await app.As("finance-1").Post(award.Report + "/findings", new
        {
            findings = receipts.Select(receipt => new { receiptId = receipt, recognised = Money(40), reason = "Kein Nachweis" }),
        }, examined.ETag)).Succeeded();
        var returned = (await app.As("finance-1").Post(award.Report + "/return", Points, found.ETag)).Succeeded();
        var edited = (await app.As(award.Applicant)
            .Put($"{award.Report}/receipts/{receipts[0]}", Receipt("R-1", 90), returned.ETag)).Succeeded();
        Assert.That(edited.Json.GetProperty("receipt").GetProperty("recognised").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That((await Receipts(award))[1].GetProperty("recognised").GetProperty("amount").GetString(), Is.EqualTo("40.00"));

        var submitted = await Submit(award, 140);
        // Of whoever made a finding that stands, none accepts; another one examines and has to record.
        var again = (await app.As("finance-2").Post(award.Report + "/examine", ifMatch: submitted.ETag)).Succeeded();
        (await Accept(award, "finance-3", again.ETag)).Refused(409, "examination-incomplete");
        var confirmed = (await app.As("finance-2").Post(award.Report + "/findings", NoFindings, again.ETag)).Succeeded();
        (await Accept(award, "finance-1", confirmed.ETag)).Refused(403, "four-eyes");
        var accepted = (await Accept(award, "finance-3", confirmed.ETag)).Succeeded();
        Assert.That(accepted["status"], Is.EqualTo("partly-accepted"));
    }

    [Test]
    public async Task Only_the_examiner_returns_what_is_examined_and_nobody_their_own()
    {
        var award = await WithReceipts(Receipt("R-1", 10));
        var examined = await Examine(award, 10);

        (await app.As("finance-2").Post(award.Report + "/return", Points, examined.ETag)).Refused(403, "not-the-examiner");
        (await app.As("caseworker-1").Post(award.Report + "/return", Points, examined.ETag)).Refused(403, "forbidden");
        (await app.As(award.Applicant).Post(award.Report + "/return", Points, examined.ETag)).Refused(403, "forbidden");
        (await app.As("finance-1").Post(award.Report + "/return", Points, "\"1\"")).Refused(412, "stale-version");
        (await app.As("finance-1").Post(award.Report + "/return", new { points = Array.Empty<object>() }, examined.ETag))
            .Refused(400, "validation-failed");
        var foreign = (await app.As("finance-1").Post(
            award.Report + "/return", new { points = new[] { new { text = "x", receiptId = Guid.Empty } } }, examined.ETag))
            .Refused(400, "validation-failed");
        Assert.That(foreign.Json.GetProperty("errors").EnumerateObject().Single().Name, Is.EqualTo("/points/0/receiptId"));
        (await app.As("finance-1").Post(award.Report + "/return", Points, examined.ETag)).Succeeded();
    }

    /// <summary>The return and the acceptance of one examination, at the same moment.</summary>
    [Test]
    public async Task Of_a_return_and_an_acceptance_at_once_one_wins()
    {
        foreach (var _ in Enumerable.Range(0, 8))
        {
            var award = await WithReceipts(Receipt("R-1", 10));
            var found = await Found(award, 10);

            var answers = await Task.WhenAll(
                app.As("finance-1").Post(award.Report + "/return", Points, found.ETag), Accept(award, "finance-2", found.ETag));

            Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
            var status = (await app.As("auditor-1").Get(award.Report)).Succeeded()["status"];
            Assert.That(status, Is.EqualTo(answers[0].Code is null ? "returned" : "accepted"));
            Assert.That(await Claims(award), Has.Count.EqualTo(answers[0].Code is null ? 0 : 1));
        }
    }

    static object Points => new { points = new[] { new { text = "Der Sachbericht fehlt in Teilen." } } };
}
