namespace Auridis.Grants.Api.Features.SpendingReports;

/// <summary>A file that belongs to a spending report (Anlage). It never changes; another file is another attachment.</summary>
sealed record ReportAttachment : IPaged
{
    public required Guid Id { get; init; }

    /// <summary>The report that it belongs to.</summary>
    public required Guid SpendingReportId { get; init; }

    /// <summary>The name of the file, up to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The media type, which its bytes have proven.</summary>
    public required string ContentType { get; init; }

    /// <summary>How many bytes it has.</summary>
    public required int Size { get; init; }

    /// <summary>SHA-256 of its bytes: 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    long IPaged.Seq => Seq;

    internal long Seq { get; init; }

    /// <summary>In which version it stands first; null until it is submitted.</summary>
    internal int? FirstVersion { get; init; }

    public static readonly AttachedFiles Files = new("SpendingReportAttachment", "SpendingReportId");

    /// <summary>The file of a report, of any of its versions; null when it has none with this id.</summary>
    public static Task<ReportAttachment?> Find(Session session, Guid reportId, Guid id) => session.OneOrNull<ReportAttachment>(
        Select + " where a.Id = @Id and a.SpendingReportId = @ReportId", new { Id = id, ReportId = reportId });

    /// <summary>Gives the files to the version that is being submitted.</summary>
    public static async Task<IReadOnlyList<ReportAttachment>> Freeze(Tx tx, SpendingReport report)
    {
        await Files.Freeze(tx, report.Id, report.Versions);
        return await tx.All<ReportAttachment>(
            $"{Select} where a.SpendingReportId = @Id and {AttachedFiles.Now} order by a.Seq", new { report.Id });
    }

    /// <summary>The attachments of all versions; <c>a</c> is its row, which says in which versions it stands.</summary>
    public const string Select = """
        select a.Seq, a.Id, a.SpendingReportId, a.FirstVersion, f.Name, f.ContentType, f.Size, f.Sha256, f.CreatedAt
        from SpendingReportAttachment a join StoredFile f on f.Id = a.Id
        """;
}
