using System.IO.Compression;
using System.Net;
using System.Text;
using Auridis.Grants.Api.Features.SpendingReports;
using Microsoft.Extensions.DependencyInjection;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Receipts from a CSV file: checked row by row, and applied as a whole or not at all.</summary>
public sealed class ReceiptImportTests(DatabaseKind kind) : ImportFixture(kind)
{
    [Test]
    public async Task A_file_is_taken_checked_and_applied()
    {
        var award = await WithReceipts(Receipt("R-0", 5));

        var sent = await Send(award,
            Header + Row("R-1", "1.234,50") + Row("R-2", "-34,50", reference: "R-1") + Row("R-3", category: "FURTHER TRAINING"));

        Assert.That((sent.Status, sent["status"], sent["rowsRead"]), Is.EqualTo((HttpStatusCode.Accepted, "checking", "0")));
        var ready = await Checked(sent);
        Assert.That(await Faults(ready), Is.Empty);
        Assert.That((ready["status"], ready["rowsRead"], ready["rowsGood"], ready["rowsBad"], ready["sum.amount"], ready["encoding"]),
            Is.EqualTo(("ready", "3", "3", "0", "1210.00", "utf-8")));
        Assert.That(await Receipts(award), Has.Count.EqualTo(1), "nothing counts before it is applied");

        var applied = (await Apply(award, ready)).Succeeded();

        Assert.That((applied["status"], applied["appliedOn"]), Is.EqualTo(("applied", "2021-03-01")));
        Assert.That((await Receipts(award)).Select(receipt => (receipt.GetProperty("number").GetString(),
                receipt.GetProperty("paidOn").GetString(), receipt.GetProperty("amount").GetProperty("amount").GetString(),
                receipt.GetProperty("category").GetString(), receipt.GetProperty("reference").GetString())),
            Is.EqualTo(new[]
            {
                ("R-0", "2019-06-03", "5.00", "personnel", null), ("R-1", "2019-06-03", "1234.50", "personnel", null),
                ("R-2", "2019-06-03", "-34.50", "personnel", "R-1"), ("R-3", "2019-06-03", "10.00", "training", null),
            }));
        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        Assert.That((report["receiptCount"], report["expenditure.amount"], report["version"]), Is.EqualTo(("4", "1215.00", "3")));
        Assert.That((await All(award.Report + "/receipt-imports")).Select(import => import.GetProperty("id").GetString()),
            Is.EqualTo(new[] { applied["id"] }));
    }

    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Test]
    public async Task A_file_is_read_whoever_has_written_it()
    {
        var award = await Paid();
        const string german = "Belegnummer;Zahlungsdatum;Empfänger;Zweck;Kategorie;Betrag\r\n"
            + "R-1;3.6.2019;Müller & Söhne;=1+1;personnel;1.234,5\r\n";
        const string english = "amount,purpose,payee,paidOn,number,category\n1234.50,=1+1,Müller & Söhne,2019-06-03,R-1,personnel\n";
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(german), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(german)], Windows1252.GetBytes(german),
            Encoding.UTF8.GetBytes(english), Windows1252.GetBytes(english.Replace(",", "\t", StringComparison.Ordinal)),
        ];
        foreach (var (i, file) in files.Index())
        {
            var import = await Checked(await Send(award, file));
            Assert.That((await Faults(import), import["encoding"]),
                Is.EqualTo((Array.Empty<string>(), i is 2 or 4 ? "windows-1252" : "utf-8")));
            (await Apply(award, import)).Succeeded();

            var receipt = (await Receipts(award)).Single();

            Assert.That((receipt.GetProperty("payee").GetString(), receipt.GetProperty("purpose").GetString(),
                    receipt.GetProperty("amount").GetProperty("amount").GetString(), receipt.GetProperty("paidOn").GetString()),
                Is.EqualTo(("Müller & Söhne", "=1+1", "1234.50", "2019-06-03")));
            (await app.As(award.Applicant).Delete($"{award.Report}/receipts/{receipt.GetProperty("id").GetString()}", await ETag(award)))
                .Succeeded();
        }
    }

    [Test]
    public async Task Every_fault_is_named_with_its_line_and_column()
    {
        var award = await WithReceipts(Receipt("R-0", 5));

        var faulty = await Checked(award, Header
            + Row("R-1") + Row("R-0") + Row("R-1") + Row("", "1.234", paidOn: "31.02.2019") + Row("R-5", "0,00", "travel", "02.03.2021")
            + "R-6;03.06.2019;\"a\nb\";Network;personnel;1;\n" + "R-7;03.06.2019;x\n" + Row("R-8", "1,234.00")
            + Row("R-9", "-10,01", reference: "R-1") + Row("R-10", reference: "R-1") + "\"R-11;x\n");

        Assert.That((faulty["status"], faulty["rowsRead"], faulty["rowsGood"], faulty["rowsBad"]),
            Is.EqualTo(("faulty", "11", "1", "10")));
        Assert.That(await Faults(faulty), Is.EqualTo(new[]
        {
            "3:1 number taken-number", "4:1 number repeated-number",
            "5:1 number missing", "5:2 paidOn invalid-day", "5:6 amount ambiguous-amount",
            "6:2 paidOn future-day", "6:5 category unknown-category", "6:6 amount invalid",
            "7:3 payee invalid", "9:4  malformed", "10:6 amount invalid-amount", "12:7 reference invalid", "13:1  malformed",
            "11:6 amount credit-above-receipt",
        }));
        (await Apply(award, faulty)).Refused(409, "wrong-state");
        Assert.That(await Receipts(award), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_fault_is_told_in_both_languages()
    {
        var award = await Paid();
        var faulty = await Checked(award, Header + Row("R-1", "zehn") + Row("R-2", "0") + Row("R-3", category: "travel") + "x\n");

        async Task<string> Messages(string language) => string.Join('|',
            (await app.As(award.Applicant).Get($"/receipt-imports/{faulty["id"]}/faults", language: language)).Succeeded().Json
                .GetProperty("items").EnumerateArray().Select(fault => fault.GetProperty("message").GetString()));

        Assert.That(await Messages("de"), Is.EqualTo(
            "Das ist kein Betrag: Schreiben Sie 1234,50 oder 1234.50, bis 999999999,99.|Der Betrag darf nicht 0,00 sein.|"
            + "Eine der Positionen, die Belege aufnehmen: personnel, training, other|Die Zeile hat 1 Felder, die Kopfzeile 7."));
        Assert.That(await Messages("en"), Is.EqualTo(
            "This is not an amount: write 1234,50 or 1234.50, up to 999999999.99.|The amount must not be 0.00.|"
            + "One of the lines that take receipts: personnel, training, other|The row has 1 fields, and the header 7."));
    }

    [TestCase("", "1:1  malformed")]
    [TestCase("number;paidOn\nx;y\n", "1:3  malformed 1:3  malformed 1:3  malformed 1:3  malformed")]
    [TestCase("number;paidOn;payee;purpose;category;amount;colour\nx\n", "1:7  malformed")]
    [TestCase("number;paidOn;payee;purpose;category;amount\n", "1:1  malformed")]
    public async Task A_file_without_its_columns_or_rows_is_faulty(string text, string faults)
    {
        var faulty = await Checked(await Paid(), text);

        Assert.That((faulty["status"], faulty["rowsRead"], string.Join(' ', await Faults(faulty))), Is.EqualTo(("faulty", "0", faults)));
    }

    [Test]
    public async Task An_import_is_applied_once_and_by_its_office_alone()
    {
        var (award, other) = (await Paid(), await Paid());
        var ready = await Checked(award, Header + Row("R-1"));
        var path = $"/receipt-imports/{ready["id"]}";

        (await app.As(other.Applicant).Get(path)).Refused(404, "not-found");
        (await app.As(other.Applicant).Get(path + "/faults")).Refused(404, "not-found");
        (await app.As(other.Applicant).Post(path + "/apply", ifMatch: ready.ETag)).Refused(404, "not-found");
        (await app.As(other.Applicant).Post(path + "/discard", ifMatch: ready.ETag)).Refused(404, "not-found");
        (await Send(other with { ReportId = award.ReportId }, Header)).Refused(404, "not-found");
        (await app.As(other.Applicant).Get(award.Report + "/receipt-imports")).Refused(404, "not-found");
        (await app.As("finance-1").Post(path + "/apply", ifMatch: ready.ETag)).Refused(403, "forbidden");
        (await app.As(award.Applicant).Post(path + "/apply", ifMatch: "\"1\"")).Refused(412, "stale-version");
        var applied = (await Apply(award, ready)).Succeeded();
        (await Apply(award, ready)).Refused(412, "stale-version");
        (await Apply(award, applied)).Refused(409, "import-applied");
        Assert.That(await Receipts(award), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_has_come_since_the_check_makes_an_import_outdated()
    {
        var award = await Paid();
        var ready = await Checked(award, Header + Row("R-1") + Row("R-2"));
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-2", 5)))).Succeeded();

        var refused = (await Apply(award, ready)).Refused(409, "import-outdated");

        Assert.That(refused["detail"], Is.EqualTo(
            "Since the file was checked, something has changed: the award has a receipt R-2 by now. Send it again."));
        Assert.That(await Receipts(award), Has.Count.EqualTo(1));
        (await Discard(award, ready)).Succeeded();
    }

    [Test]
    public async Task Credit_notes_that_have_come_since_the_check_count()
    {
        var award = await WithReceipts(Receipt("R-0", 10));
        var ready = await Checked(award, Header + Row("R-1", "-6,00", reference: "R-0"));
        (await app.As(award.Applicant).Post(award.Report + "/receipts", Batch(new
        {
            number = "R-2",
            paidOn = "2019-06-03",
            payee = "Payee",
            purpose = "Network",
            category = "personnel",
            amount = Money(-6),
            reference = "R-0",
        }))).Succeeded();

        (await Apply(award, ready)).Refused(409, "credit-above-receipt");
        Assert.That((await app.As(award.Applicant).Get(award.Report)).Succeeded()["receiptCount"], Is.EqualTo("2"));
    }

    /// <summary>The sum that is declared says what counts.</summary>
    [Test]
    public async Task A_report_that_is_submitted_takes_no_file_and_its_open_import_is_discarded()
    {
        var award = await WithReceipts(Receipt("R-0", 10));
        var ready = await Checked(award, Header + Row("R-1"));
        await Submit(award, 10);

        var discarded = (await app.As(award.Applicant).Get($"/receipt-imports/{ready["id"]}")).Succeeded();
        Assert.That((discarded["status"], discarded["rowsGood"], await Kept(ready)), Is.EqualTo(("discarded", "1", 0)));
        Assert.That(await app.ActorsOf($"/receipt-imports/{ready["id"]}", "receipt-import.discarded"), Has.Count.EqualTo(1));
        (await Apply(award, discarded)).Refused(409, "wrong-state");
        (await Send(award, Header + Row("R-1"))).Refused(409, "wrong-state");
    }

    /// <summary>Whoever checks the file at that moment finds nothing to go on with.</summary>
    [Test]
    public async Task A_check_ends_when_its_report_is_submitted()
    {
        var worker = app.Services.GetRequiredService<ReceiptImportWorker>();
        var award = await WithReceipts(Receipt("R-0", 10));
        var left = await Left(award, Header + Row("R-1"), TimeSpan.FromHours(1));
        await Submit(award, 10);

        while (await worker.CheckNext(CancellationToken.None))
        {
            // What other tests have left is checked as well.
        }

        var discarded = (await app.As("auditor-1").Get(left.Location!)).Succeeded();
        Assert.That((discarded["status"], discarded["checkedOn"]), Is.EqualTo(("discarded", "")));
        Assert.That((await Kept(discarded), await Faults(discarded)), Is.EqualTo((0, Array.Empty<string>())));
    }

    [Test]
    public async Task A_report_has_one_open_import_at_a_time()
    {
        var award = await Paid();
        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(i => Send(award, Header + Row($"R-{i}"))));
        Assert.That(answers.Count(answer => answer.Code is null), Is.EqualTo(1));
        Assert.That(answers.Where(answer => answer.Code is not null).Select(answer => answer.Code), Has.All.EqualTo("import-open"));

        var ready = await Checked(answers.Single(answer => answer.Code is null));
        Assert.That((await Send(award, Header + Row("R-6"))).Refused(409, "import-open")["receiptImportId"], Is.EqualTo(ready["id"]));
        (await Apply(award, ready)).Succeeded();
        var faulty = await Checked(award, Header + Row(""));
        (await Send(award, Header + Row("R-7"))).Refused(409, "import-open");
        (await Discard(award, faulty)).Succeeded();
        Assert.That((await Checked(award, Header + Row("R-7")))["status"], Is.EqualTo("ready"));
    }

    [Test]
    public async Task What_is_discarded_is_gone()
    {
        var award = await Paid();
        var faulty = await Checked(award, Header + Row(""));

        var discarded = (await Discard(award, faulty)).Succeeded();

        Assert.That((discarded["status"], discarded["rowsBad"]), Is.EqualTo(("discarded", "1")));
        Assert.That(await Faults(faulty), Is.Empty);
        Assert.That(await Kept(faulty), Is.Zero);
    }

    [Test]
    public async Task A_file_that_is_sent_again_with_its_key_is_taken_once()
    {
        var award = await Paid();
        var file = Encoding.UTF8.GetBytes(Header + Row("R-1"));
        var key = $"import-{award.ReportId}";

        var first = (await Send(award, file, key)).Succeeded();
        var again = (await Send(award, file, key)).Succeeded();

        Assert.That(again.Location, Is.EqualTo(first.Location));
        (await Send(award, Encoding.UTF8.GetBytes(Header + Row("R-2")), key)).Refused(422, "idempotency-key-reused");
        await Checked(first);
    }

    [Test]
    public async Task Of_imports_with_the_same_numbers_that_are_applied_at_once_one_counts()
    {
        for (var i = 0; i < 4; i++)
        {
            var (award, interim) = await Scheduled();
            Answer[] ready =
            [
                await Checked(award, Header + Row("R-1") + Row("R-2")), await Checked(interim, Header + Row("R-1") + Row("R-3")),
            ];

            var answers = await Task.WhenAll(ready.Select(import => Apply(award, import)));

            Assert.That(answers.Select(answer => answer.Code ?? "applied").Order(StringComparer.Ordinal),
                Is.EqualTo(new[] { "applied", "import-outdated" }));
            var counted = answers[0].Code is null ? award : interim;
            var report = (await app.As(award.Applicant).Get(counted.Report)).Succeeded();
            Assert.That((report["receiptCount"], report["expenditure.amount"], (await Receipts(counted)).Count),
                Is.EqualTo(("2", "20.00", 2)));
            Assert.That(await Receipts(counted == award ? interim : award), Is.Empty);
        }
    }

    [Test]
    public async Task Applying_discarding_adding_and_submitting_at_once_leave_a_report_that_agrees_with_its_receipts()
    {
        var award = await WithReceipts(Receipt("R-0", 10));
        var ready = await Checked(award, Header + Rows(300));
        var tag = (await Write(award)).ETag;

        var answers = await Task.WhenAll(
            Apply(award, ready), Discard(award, ready),
            app.As(award.Applicant).Post(award.Report + "/receipts", Batch(Receipt("R-300", 5), Receipt("A-1", 5))),
            app.As(award.Applicant).Post(award.Report + "/submit", new { expenditure = Money(10) }, tag));

        var report = (await app.As(award.Applicant).Get(award.Report)).Succeeded();
        var import = (await app.As(award.Applicant).Get($"/receipt-imports/{ready["id"]}")).Succeeded();
        var receipts = await All(award.Report + "/receipts");
        Assert.Multiple(() =>
        {
            Assert.That(answers[..2].Count(answer => answer.Code is null), Is.LessThanOrEqualTo(1));
            Assert.That(import["status"], Is.EqualTo(
                answers[0].Code is null ? "applied" : answers[1].Code is null || answers[3].Code is null ? "discarded" : "ready"));
            Assert.That(receipts, Has.Count.EqualTo(
                1 + (answers[0].Code is null ? 300 : 0) + (answers[2].Code is null ? 2 : 0)));
            Assert.That(report["receiptCount"], Is.EqualTo($"{receipts.Count}"));
            Assert.That(report["expenditure.amount"], Is.EqualTo((10 + (answers[0].Code is null ? 300 : 0)
                + (answers[2].Code is null ? 10 : 0)) + ".00"));
            Assert.That(answers[0].Code is null && answers[2].Code is null, Is.False, "R-300 stands in both");
        });
    }

    /// <summary>As it is when the process that checked it was killed after its first rows.</summary>
    [Test]
    public async Task A_check_that_nobody_goes_on_with_is_begun_anew_when_its_lease_has_run_out()
    {
        var worker = app.Services.GetRequiredService<ReceiptImportWorker>();
        var award = await Paid();
        var killed = await Left(award, Header + Row("R-1") + Row("R-2"), TimeSpan.FromMinutes(-1));

        while (await worker.CheckNext(CancellationToken.None))
        {
            // What other tests have left is checked as well.
        }

        var ready = await Checked(killed);
        Assert.That((ready["status"], ready["rowsRead"], ready["sum.amount"], await Faults(ready)),
            Is.EqualTo(("ready", "2", "20.00", Array.Empty<string>())));
        (await Apply(award, ready)).Succeeded();
        Assert.That(await Receipts(award), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Nobody_takes_a_check_from_whoever_is_at_it()
    {
        var worker = app.Services.GetRequiredService<ReceiptImportWorker>();
        var held = await Left(await Paid(), Header + Row("R-1"), TimeSpan.FromHours(1));

        while (await worker.CheckNext(CancellationToken.None))
        {
            // What other tests have left is checked as well.
        }

        Assert.That((await app.As("auditor-1").Get(held.Location!)).Succeeded()["status"], Is.EqualTo("checking"));
    }

    /// <summary>How much is kept of a file and its rows.</summary>
    Task<int> Kept(Answer import) => app.Db.Read(session => session.One<int>("""
        select (select count(*) from ReceiptImportPart where ReceiptImportId = @Id)
            + (select count(*) from ReceiptImportRow where ReceiptImportId = @Id)
        """, new { Id = Guid.Parse(import["id"]) }), CancellationToken.None);

    /// <summary>A file in the middle of its check, with what that has kept so far.</summary>
    async Task<Answer> Left(SeededAward award, string text, TimeSpan leaseEndsIn)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        using var packed = new PartsWriter();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(bytes);
        var file = new LargeCsv(packed.Parts, (int)packed.Length, bytes.Length, new string('0', 64), TextEncoding.Utf8);
        var left = await app.Db.Write<Guid>(Author.System(TimeProvider.System), async tx =>
        {
            var import = await ReceiptImport.Keep(tx, (await SpendingReport.Find(tx, award.ReportId))!, file);
            await tx.Execute("""
                update ReceiptImport set RowsRead = 1, RowsBad = 1, LeaseToken = @Token, LeaseEndsAt = @LeaseEndsAt where Id = @Id
                """, new { import.Id, Token = tx.NewId(), LeaseEndsAt = tx.Author.At + leaseEndsIn });
            await tx.Execute("""
                insert into ReceiptImportFault (ReceiptImportId, Line, ColumnNumber, Code, MessageEn, MessageDe)
                values (@Id, 2, 1, 'missing', 'x', 'x')
                """, new { import.Id });
            return import.Id;
        }, CancellationToken.None);
        return new Answer(
            HttpStatusCode.Accepted, null, $"/receipt-imports/{left.Value}", null, [],
            new Dictionary<string, string>(StringComparer.Ordinal));
    }
}
