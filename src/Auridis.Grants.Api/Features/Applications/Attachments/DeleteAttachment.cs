using Auridis.Grants.Api.Features.Programmes;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Takes a file off an application that is a draft, or was returned.</summary>
/// <remarks>
/// By the office that applies; of a returned application where a point names <c>/attachments</c>. If-Match takes the ETag of the
/// application, and the answer is the application as it is now. A file that was submitted stays with its version.
/// </remarks>
sealed class DeleteAttachment(CurrentUser user) : Change<Application>
{
    public override void Configure()
    {
        Delete("/attachments/{id:guid}");
        Policies(Can.WriteApplications);
        Refuses(
            Problems.NotFound, Problems.Forbidden, Problems.StaleVersion, Problems.WrongState, ProgrammeProblems.Cancelled,
            ApplicationProblems.BeyondPoints);
    }

    protected override async Task<Outcome<Application>> Handle(Tx tx)
    {
        if (await tx.OneOrNull<Guid?>(FindApplication, new { Id }) is not { } applicationId)
            return Problems.NotFound;
        if (await tx.Execute(Touch, new { ApplicationId = applicationId, SeenVersion, user.Office, tx.Author.At }) == 0)
        {
            return await Application.WhyRefused(
                tx, applicationId, user, SeenVersion, ApplicationStatus.Draft, ApplicationStatus.Returned);
        }
        var application = (await Application.Find(tx, applicationId))!;
        if (await CancelledProgramme.WhyRefused(tx, application.ProgrammeId) is { } cancelled)
            return cancelled;
        if (AttachmentSet.WhyClosed(application) is { } closed)
            return closed;
        if (!await AttachmentSet.Files.TakeOff(tx, Id, application.Versions))
            return Problems.NotFound;
        Audit.Append(tx, AuditAction.ApplicationAttachmentDeleted, applicationId, application.Version, new { AttachmentId = Id });
        return application;
    }

    const string FindApplication = "select ApplicationId from ApplicationAttachment where Id = @Id";

    const string Touch = """
        update Application set Version = Version + 1, UpdatedAt = @At
        where Id = @ApplicationId and Version = @SeenVersion and Status in ('draft', 'returned') and OfficeAgs = @Office
        """;
}
