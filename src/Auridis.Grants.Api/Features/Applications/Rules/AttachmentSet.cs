namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// An application has 20 files at most. Each version keeps those that it was submitted with: a file that the office takes off later is gone
/// from the application, and stays with the version. Of a returned application they change where a point names <c>/attachments</c>.
/// </summary>
static class AttachmentSet
{
    public const int Most = 20;

    /// <summary>What a point of a return names to have the files mended.</summary>
    public const string Pointer = "/attachments";

    /// <summary>Those that the application has now: a condition.</summary>
    public const string Now = "a.LastVersion is null";

    /// <summary>Those of the version that was submitted last, of <c>@Versions</c>: a condition.</summary>
    public const string Submitted = "a.FirstVersion is not null and (a.LastVersion is null or a.LastVersion = @Versions)";

    /// <summary>Why the files of an application in the right state do not change; null when they may.</summary>
    public static Problem? WhyClosed(Application application) =>
        application.Status == ApplicationStatus.Returned && application.Mending!.Points.All(point => point.Pointer != Pointer)
            ? ApplicationProblems.BeyondPoints.With(("pointers", new[] { Pointer }))
            : null;

    /// <summary>Why another file is too much; null when there is room. The caller has locked the application.</summary>
    public static async Task<Problem?> WhyFull(Tx tx, Guid applicationId) =>
        await tx.One<int>(Count, new { ApplicationId = applicationId }) >= Most
            ? ApplicationProblems.AttachmentsFull.With(("attachmentLimit", Most))
            : null;

    /// <summary>Takes a file off an application that the caller has locked: it goes, unless a version has it.</summary>
    /// <returns>False when the application does not have it any more.</returns>
    public static async Task<bool> TakeOff(Tx tx, Application application, Guid id)
    {
        if (await tx.Execute(KeepWithVersion, new { Id = id, application.Versions }) == 1)
            return true;
        if (await tx.Execute(DeleteRow, new { Id = id }) == 0)
            return false;
        await StoredFile.Remove(tx, id);
        return true;
    }

    /// <summary>Gives the files to the version that is being submitted.</summary>
    public static async Task<IReadOnlyList<Attachment>> Freeze(Tx tx, Application application)
    {
        await tx.Execute(FreezeRows, new { application.Id, application.Versions });
        return await Attachment.Of(tx, application.Id);
    }

    /// <summary>Makes the files those that were submitted last: what came since goes, and what was taken off is back.</summary>
    public static async Task Restore(Tx tx, Application application)
    {
        foreach (var id in await tx.All<Guid>(NeverSubmitted, new { application.Id }))
            await TakeOff(tx, application, id);
        await tx.Execute(TakeBack, new { application.Id, application.Versions });
    }

    const string Count = "select count(*) from ApplicationAttachment where ApplicationId = @ApplicationId and LastVersion is null";

    const string KeepWithVersion = """
        update ApplicationAttachment set LastVersion = @Versions where Id = @Id and FirstVersion is not null and LastVersion is null
        """;

    const string DeleteRow = "delete from ApplicationAttachment where Id = @Id and FirstVersion is null";

    const string FreezeRows = """
        update ApplicationAttachment set FirstVersion = @Versions where ApplicationId = @Id and FirstVersion is null
        """;

    const string NeverSubmitted = "select Id from ApplicationAttachment where ApplicationId = @Id and FirstVersion is null";

    const string TakeBack = "update ApplicationAttachment set LastVersion = null where ApplicationId = @Id and LastVersion = @Versions";
}
