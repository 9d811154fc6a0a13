namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A CSV file of receipts on its way into a report.</summary>
sealed record ReceiptImport : IView, IPaged
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>The report that the receipts are for.</summary>
    public required Guid SpendingReportId { get; init; }

    /// <summary>The AGS of the Jugendamt whose report it is.</summary>
    public required string OfficeAgs { get; init; }

    [OneOf(typeof(ReceiptImportStatus))]
    public required string Status { get; init; }

    /// <summary>How the characters of the file are written, as its bytes show.</summary>
    [OneOf(typeof(TextEncoding))]
    public required string Encoding { get; init; }

    /// <summary>How many bytes the file has.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of the file: 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many rows were read so far, without the header.</summary>
    public required int RowsRead { get; init; }

    /// <summary>How many of them can be receipts of the report.</summary>
    public required int RowsGood { get; init; }

    /// <summary>How many of them have a fault.</summary>
    public required int RowsBad { get; init; }

    /// <summary>The sum of the good ones.</summary>
    public required Money Sum { get; init; }

    /// <summary>The day on which it was checked; null until it is.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>The day on which its rows became receipts; null otherwise.</summary>
    public DateOnly? AppliedOn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>The import, or null when there is none with this id.</summary>
    public static Task<ReceiptImport?> Find(Session session, Guid id) =>
        session.OneOrNull<ReceiptImport>(Select + " where Id = @Id", new { Id = id });

    /// <summary>The import, or null when there is none that this caller may see.</summary>
    public static async Task<ReceiptImport?> FindFor(Session session, Guid id, CurrentUser user) =>
        await Find(session, id) is { } found && user.Sees(found.OfficeAgs) ? found : null;

    /// <summary>Keeps a file that is to be checked.</summary>
    public static async Task<ReceiptImport> Keep(Tx tx, SpendingReport report, LargeCsv file)
    {
        var id = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = id,
            SpendingReportId = report.Id,
            report.OfficeAgs,
            file.Encoding,
            file.Size,
            file.PackedSize,
            file.Sha256,
            tx.Author.At,
        });
        foreach (var (number, part) in file.Parts.Index())
            await tx.Execute(InsertPart, new { Id = id, Number = number, Content = part });
        return (await Find(tx, id))!;
    }

    /// <summary>The import of a report that is neither applied nor discarded; null when there is none.</summary>
    public static Task<Guid?> FindOpen(Session session, Guid reportId) =>
        session.OneOrNull<Guid?>(SelectOpen, new { SpendingReportId = reportId });

    /// <summary>
    /// Discards the import that is open, also while it is checked: the report goes on without it. The caller holds the report.
    /// </summary>
    public static async Task DiscardOpen(Tx tx, Guid reportId)
    {
        if (await FindOpen(tx, reportId) is not { } id || await tx.Execute(DiscardRow, new { Id = id, tx.Author.At }) == 0)
            return;
        await RemoveParts(tx, id);
        await RemoveRows(tx, id);
        await RemoveFaults(tx, id);
        var import = (await Find(tx, id))!;
        Audit.Append(tx, AuditAction.ReceiptImportDiscarded, id, import.Version, new { import.SpendingReportId });
    }

    /// <summary>Deletes the file of an import.</summary>
    public static Task RemoveParts(Tx tx, Guid id) =>
        tx.Execute("delete from ReceiptImportPart where ReceiptImportId = @Id", new { Id = id });

    /// <summary>Deletes what was kept of the rows of an import that needs them no more.</summary>
    public static Task RemoveRows(Tx tx, Guid id) =>
        tx.Execute("delete from ReceiptImportRow where ReceiptImportId = @Id", new { Id = id });

    /// <summary>Deletes the faults of an import.</summary>
    public static Task RemoveFaults(Tx tx, Guid id) =>
        tx.Execute("delete from ReceiptImportFault where ReceiptImportId = @Id", new { Id = id });

    public const string Select = """
        select Seq, Id, Version, SpendingReportId, OfficeAgs, Status, Encoding, Size, Sha256, RowsRead, RowsGood, RowsBad, SumCents,
            CheckedOn, AppliedOn, CreatedAt, UpdatedAt
        from ReceiptImport
        """;

    const string Insert = """
        insert into ReceiptImport
            (Id, Version, SpendingReportId, OfficeAgs, Status, Encoding, Size, PackedSize, Sha256, CreatedAt, UpdatedAt)
        values (@Id, 1, @SpendingReportId, @OfficeAgs, 'checking', @Encoding, @Size, @PackedSize, @Sha256, @At, @At)
        """;

    const string SelectOpen = """
        select Id from ReceiptImport where SpendingReportId = @SpendingReportId and Status in ('checking', 'ready', 'faulty')
        """;

    const string DiscardRow = """
        update ReceiptImport
        set Version = Version + 1, UpdatedAt = @At, Status = 'discarded', LeaseToken = null, LeaseEndsAt = null
        where Id = @Id and Status in ('checking', 'ready', 'faulty')
        """;

    const string InsertPart = "insert into ReceiptImportPart (ReceiptImportId, Number, Content) values (@Id, @Number, @Content)";
}
