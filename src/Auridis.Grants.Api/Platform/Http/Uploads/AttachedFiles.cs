namespace Auridis.Grants.Api.Platform.Http;

/// <summary>
/// The files of a kind of resource that is submitted in versions: 20 at most. Each version keeps those that it was submitted with: a file
/// that is taken off later is gone from the resource, and stays with the version.
/// </summary>
/// <param name="table">Its rows have the id of a stored file, that of the resource, and <c>FirstVersion</c> and <c>LastVersion</c>.</param>
/// <param name="owner">The column of the resource.</param>
sealed class AttachedFiles(string table, string owner)
{
    public const int Most = 20;

    /// <summary>Those that the resource has now: a condition on a row <c>a</c>.</summary>
    public const string Now = "a.LastVersion is null";

    /// <summary>Those of the version that was submitted last, of <c>@Versions</c>: a condition on a row <c>a</c>.</summary>
    public const string Submitted = "a.FirstVersion is not null and (a.LastVersion is null or a.LastVersion = @Versions)";

    /// <summary>Why another file is too much; null when there is room. The caller has locked the resource.</summary>
    public async Task<Problem?> WhyFull(Tx tx, Guid ownerId)
    {
        var count = await tx.One<int>(
            $"select count(*) from {table} where {owner} = @OwnerId and LastVersion is null", new { OwnerId = ownerId });
        return count >= Most ? UploadProblems.Full.With(("attachmentLimit", Most)) : null;
    }

    /// <summary>Adds a file to a resource that the caller has locked.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> Add(Tx tx, Guid ownerId, UploadedFile file)
    {
        var id = tx.NewId();
        await StoredFile.Keep(tx, id, file);
        await tx.Execute($"insert into {table} (Id, {owner}) values (@Id, @OwnerId)", new { Id = id, OwnerId = ownerId });
        return id;
    }

    /// <summary>Takes a file off a resource that the caller has locked: it goes, unless a version has it.</summary>
    /// <param name="versions">How often the resource was submitted.</param>
    /// <returns>False when the resource does not have it any more.</returns>
    public async Task<bool> TakeOff(Tx tx, Guid id, int versions)
    {
        var file = new { Id = id, Versions = versions };
        if (await tx.Execute(
            $"update {table} set LastVersion = @Versions where Id = @Id and FirstVersion is not null and LastVersion is null", file) == 1)
            return true;
        if (await tx.Execute($"delete from {table} where Id = @Id and FirstVersion is null", file) == 0)
            return false;
        await StoredFile.Remove(tx, id);
        return true;
    }

    /// <summary>Gives the files to the version that is being submitted.</summary>
    public Task Freeze(Tx tx, Guid ownerId, int versions) => tx.Execute(
        $"update {table} set FirstVersion = @Versions where {owner} = @OwnerId and FirstVersion is null",
        new { OwnerId = ownerId, Versions = versions });

    /// <summary>Makes the files those that were submitted last: what came since goes, and what was taken off is back.</summary>
    public async Task Restore(Tx tx, Guid ownerId, int versions)
    {
        var resource = new { OwnerId = ownerId, Versions = versions };
        foreach (var id in await tx.All<Guid>($"select Id from {table} where {owner} = @OwnerId and FirstVersion is null", resource))
            await TakeOff(tx, id, versions);
        await tx.Execute($"update {table} set LastVersion = null where {owner} = @OwnerId and LastVersion = @Versions", resource);
    }
}
