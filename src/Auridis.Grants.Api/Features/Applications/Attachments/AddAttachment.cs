using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Adds a file to an application that is a draft, or was returned.</summary>
/// <remarks>
/// By the office that applies. The body is the file itself, 10 MiB at most: PDF, DOCX, XLSX, ODT, PNG or JPEG. Content-Type says which, and
/// the bytes must prove it; Content-Disposition names the file. An application has 20 files at most. To a returned one files are added
/// where a point names <c>/attachments</c>. No If-Match: files that are added at the same time do not disturb each other.
/// </remarks>
sealed class AddAttachment(CurrentUser user) : Creation<UploadedFile, AttachmentAdded>
{
    public override void Configure()
    {
        Post("/applications/{id:guid}/attachments");
        Policies(Can.WriteApplications);
        Refuses([
            .. UploadProblems.Refusals, Problems.NotFound, Problems.Forbidden, Problems.WrongState, ProgrammeProblems.Cancelled,
            ApplicationProblems.BeyondPoints, UploadProblems.Full,
        ]);
    }

    protected override string LocationOf(AttachmentAdded created) => $"/attachments/{created.Attachment.Id}";

    protected override async Task<Outcome<AttachmentAdded>> Handle(Tx tx, UploadedFile request)
    {
        // Files that come at the same time meet here, so that they are counted one after the other.
        if (await tx.Execute(Touch, new { Id, user.Office, tx.Author.At }) == 0)
            return await WhyRefused(tx);
        var application = (await Application.Find(tx, Id))!;
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        if (AttachmentSet.WhyClosed(application) is { } closed)
            return closed;
        if (await AttachmentSet.Files.WhyFull(tx, Id) is { } full)
            return full;
        var attachmentId = await AttachmentSet.Files.Add(tx, Id, request);
        Audit.Append(tx, AuditAction.ApplicationAttachmentAdded, Id, application.Version,
            new { AttachmentId = attachmentId, request.Type.ContentType, request.Size, request.Sha256 });
        return new AttachmentAdded(application, (await tx.OneOrNull<Attachment>(Find, new { AttachmentId = attachmentId }))!);
    }

    async Task<Problem> WhyRefused(Tx tx) => await Application.Find(tx, Id) is { } application
        ? await Application.WhyRefused(tx, Id, user, application.Version, ApplicationStatus.Draft, ApplicationStatus.Returned)
        : Problems.NotFound;

    const string Touch = """
        update Application set Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;

    const string Find = Attachment.Select + " where a.Id = @AttachmentId";
}
