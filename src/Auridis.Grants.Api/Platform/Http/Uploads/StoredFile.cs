namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// Keeps uploaded files in a table of their own, in pieces: no list reads them, and a download holds one piece at a time. Whoever attaches
/// a file keeps a row with its id.
/// </summary>
static class StoredFile
{
    public static async Task Keep(Tx tx, Guid id, UploadedFile file)
    {
        await tx.Execute(Insert, new
        {
            Id = id,
            file.Name,
            file.Type.ContentType,
            file.Size,
            file.Sha256,
            tx.Author.At,
        });
        foreach (var (number, part) in file.Parts.Index())
            await tx.Execute(InsertPart, new { Id = id, Number = number, Content = part });
    }

    /// <summary>Deletes a file that nobody has a row with any more.</summary>
    public static async Task Remove(Tx tx, Guid id)
    {
        await tx.Execute("delete from StoredFilePart where FileId = @Id", new { Id = id });
        await tx.Execute("delete from StoredFile where Id = @Id", new { Id = id });
    }

    /// <summary>A piece by its number, from 0.</summary>
    public static Task<byte[]> Part(Session session, Guid id, int number) =>
        session.One<byte[]>("select Content from StoredFilePart where FileId = @Id and Number = @Number", new { Id = id, Number = number });

    const string Insert = """
        insert into StoredFile (Id, Name, ContentType, Size, Sha256, CreatedAt) values (@Id, @Name, @ContentType, @Size, @Sha256, @At)
        """;

    const string InsertPart = "insert into StoredFilePart (FileId, Number, Content) values (@Id, @Number, @Content)";
}
