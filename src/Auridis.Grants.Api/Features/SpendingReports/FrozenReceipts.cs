using System.Security.Cryptography;
using System.Text.Json;

namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>The receipts of a report as a version keeps them, and the hash by which the version holds them.</summary>
static class FrozenReceipts
{
    /// <summary>So many are in memory at a time.</summary>
    const int Chunk = 5_000;

    /// <summary>Gives the receipts to the version that is being submitted. The caller holds the report.</summary>
    /// <returns>Their hash.</returns>
    public static async Task<string> Keep(Tx tx, SpendingReport report)
    {
        await tx.Execute(CopyRows, new { report.Id, report.Versions });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var after = 0L;
        while (await tx.Top<ReportedReceipt>(SelectNext, new { report.Id, AfterSeq = after, Take = Chunk }) is [.., var last] receipts)
        {
            foreach (var receipt in receipts)
                Append(hash, receipt.AsNew);
            after = last.Seq;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static string HashOf(IEnumerable<NewReceipt> receipts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var receipt in receipts)
            Append(hash, receipt);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static void Append(IncrementalHash hash, NewReceipt receipt)
    {
        hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(receipt, Json.Options));
        hash.AppendData("\n"u8);
    }

    const string CopyRows = """
        insert into SpendingReportVersionReceipt
            (SpendingReportId, VersionNumber, Number, PaidOn, Payee, Purpose, Category, AmountCents, Reference, ProcurementNote)
        select SpendingReportId, @Versions, Number, PaidOn, Payee, Purpose, Category, AmountCents, Reference, ProcurementNote
        from Receipt
        where SpendingReportId = @Id
        order by Seq
        """;

    const string SelectNext = ReportedReceipt.Select + " and Seq > @AfterSeq order by Seq";
}
