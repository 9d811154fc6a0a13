namespace Auridis.Grants.Api.Features.Applications;

/// <summary>A file that belongs to an application (Anlage). It never changes; another file is another attachment.</summary>
sealed record Attachment : IPaged
{
    public required Guid Id { get; init; }

    public required Guid ApplicationId { get; init; }

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

    /// <summary>What an application has attached now, in the order of upload.</summary>
    public static Task<List<Attachment>> Of(Session session, Guid applicationId) => session.All<Attachment>(
        $"{Select} where a.ApplicationId = @ApplicationId and {AttachedFiles.Now} order by a.Seq", new { ApplicationId = applicationId });

    /// <summary>The attachments of all versions; <c>a</c> is its row, which says in which versions it stands.</summary>
    public const string Select = """
        select a.Seq, a.Id, a.ApplicationId, f.Name, f.ContentType, f.Size, f.Sha256, f.CreatedAt
        from ApplicationAttachment a join StoredFile f on f.Id = a.Id
        """;
}
