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

    /// <summary>
    /// Gives a report the receipts back that its last version has. Those that are as they were stay, with what was found on them. The
    /// caller holds the reports of the award.
    /// </summary>
    public static async Task Restore(Tx tx, SpendingReport report)
    {
        var rows = await tx.All<ReportedReceipt>(SelectFrozen, new { report.Id, report.Versions });
        var frozen = rows.Select(receipt => receipt.AsNew).ToDictionary(receipt => receipt.Number, StringComparer.Ordinal);
        var changed = (await tx.All<ReportedReceipt>(ReportedReceipt.Select, new { report.Id }))
            .Where(receipt => frozen.GetValueOrDefault(receipt.Number) != receipt.AsNew);
        foreach (var some in changed.Select(receipt => receipt.Seq).Chunk(500))
            await tx.Execute(DeleteRows, new { report.Id, Some = some });
        var taken = (await tx.All<string>(SelectNumbers, new { report.AwardId })).ToHashSet(StringComparer.Ordinal);
        await tx.InsertAll(IntoReceipts, frozen.Values.Where(receipt => !taken.Contains(receipt.Number)).Select(receipt => (object?[])
        [
            tx.NewId(), report.Id, report.AwardId, receipt.Number, receipt.PaidOn, receipt.Payee, TextKey.Of(receipt.Payee),
            receipt.Purpose, receipt.Category, receipt.Amount, receipt.Reference, receipt.ProcurementNote, tx.Author.At, tx.Author.At,
        ]));
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

    const string SelectFrozen = $"""
        select {ReportedReceipt.Columns} from SpendingReportVersionReceipt
        where SpendingReportId = @Id and VersionNumber = @Versions
        order by Seq
        """;

    const string DeleteRows = "delete from Receipt where SpendingReportId = @Id and Seq in @Some";

    const string SelectNumbers = "select Number from Receipt where AwardId = @AwardId";

    const string IntoReceipts = """
        Receipt
            (Id, SpendingReportId, AwardId, Number, PaidOn, Payee, PayeeKey, Purpose, Category, AmountCents, Reference, ProcurementNote,
            CreatedAt, UpdatedAt)
        """;

    const string SelectNext = ReportedReceipt.Select + " and Seq > @AfterSeq order by Seq";
}
