namespace Auridis.Grants.Api.Features.Applications;

/// <summary>
/// An application has 20 files at most. Each version keeps those that it was submitted with: a file that the office takes off later is gone
/// from the application, and stays with the version. Of a returned application they change where a point names <c>/attachments</c>.
/// </summary>
static class AttachmentSet
{
    /// <summary>What a point of a return names to have the files mended.</summary>
    public const string Pointer = "/attachments";

    public static readonly AttachedFiles Files = new("ApplicationAttachment", "ApplicationId");

    /// <summary>Why the files of an application in the right state do not change; null when they may.</summary>
    public static Problem? WhyClosed(Application application) =>
        application.Status == ApplicationStatus.Returned && application.Mending!.Points.All(point => point.Pointer != Pointer)
            ? ApplicationProblems.BeyondPoints.With(("pointers", new[] { Pointer }))
            : null;

    /// <summary>Gives the files to the version that is being submitted.</summary>
    public static async Task<IReadOnlyList<Attachment>> Freeze(Tx tx, Application application)
    {
        await Files.Freeze(tx, application.Id, application.Versions);
        return await Attachment.Of(tx, application.Id);
    }
}
