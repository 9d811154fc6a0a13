using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Auridis.Grants.Api.Features.SpendingReports;

namespace Auridis.Grants.Tests.Features.SpendingReports;

/// <summary>Files of receipts and the steps of their way into a report.</summary>
public abstract class ImportFixture(DatabaseKind kind) : ReportFixture(kind)
{
    private protected const string Header = "Belegnummer;Zahlungsdatum;Empfänger;Zweck;Kategorie;Betrag;Bezug\n";

    private protected static string Row(string number, string amount = "10,00", string category = "personnel", string paidOn = "03.06.2019",
        string reference = "") => $"{number};{paidOn};Payee of {number};Network;{category};{amount};{reference}\n";

    /// <summary>Rows that are good, each of one euro.</summary>
    private protected static string Rows(int count, int from = 1) => string.Concat(Enumerable.Range(from, count)
        .Select(i => Row(string.Create(CultureInfo.InvariantCulture, $"R-{i}"), "1,00")));

    private protected Task<Answer> Send(SeededAward award, string text) => Send(award, Encoding.UTF8.GetBytes(text));

    private protected Task<Answer> Send(SeededAward award, byte[] file, string? key = null) =>
        app.As(award.Applicant).PostFile(award.Report + "/receipt-imports", file, "text/csv", key);

    /// <summary>A file that was sent and checked; how it came out.</summary>
    private protected async Task<Answer> Checked(SeededAward award, string text) => await Checked((await Send(award, text)).Succeeded());

    private protected async Task<Answer> Checked(Answer sent)
    {
        var end = TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(4);
        while (TimeProvider.System.GetUtcNow() < end)
        {
            var import = (await app.As("auditor-1").Get(sent.Location!)).Succeeded();
            if (import["status"] != ReceiptImportStatus.Checking)
                return import;
            await Task.Delay(20); // asks again, as a program of the office would
        }
        throw new TimeoutException("The file is not checked yet.");
    }

    private protected Task<Answer> Apply(SeededAward award, Answer import) =>
        app.As(award.Applicant).Post($"/receipt-imports/{import["id"]}/apply", ifMatch: import.ETag);

    private protected Task<Answer> Discard(SeededAward award, Answer import) =>
        app.As(award.Applicant).Post($"/receipt-imports/{import["id"]}/discard", ifMatch: import.ETag);

    /// <summary>Line, column, name and code of each fault.</summary>
    private protected async Task<List<string>> Faults(Answer import)
    {
        var faults = await All($"/receipt-imports/{import["id"]}/faults");
        return faults.ConvertAll(fault =>
            $"{fault.GetProperty("line")}:{fault.GetProperty("column")} {fault.GetProperty("columnName")} {fault.GetProperty("code")}");
    }

    /// <summary>The items of all pages.</summary>
    private protected async Task<List<JsonElement>> All(string list)
    {
        List<JsonElement> items = [];
        for (var cursor = ""; ;)
        {
            var page = (await app.As("auditor-1").Get($"{list}?limit=200{cursor}")).Succeeded();
            items.AddRange(page.Json.GetProperty("items").EnumerateArray());
            if (page.Json.GetProperty("nextCursor").ValueKind is JsonValueKind.Null)
                return items;
            cursor = "&cursor=" + page["nextCursor"];
        }
    }

    /// <summary>The receipts as a file.</summary>
    private protected async Task<byte[]> Export(SeededAward award)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, award.Report + "/receipts");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var answer = await app.As(award.Applicant).Http.SendAsync(request);
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/csv"));
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
