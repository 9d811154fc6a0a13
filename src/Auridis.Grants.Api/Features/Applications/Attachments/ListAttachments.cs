using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Lists the files of an application.</summary>
/// <remarks>
/// In the order of upload: for its office those that it has now, for all others those that were submitted last. What an earlier version had
/// stands there.
/// </remarks>
sealed class ListAttachments(CurrentUser user) : Page<Attachment>
{
    public override void Configure()
    {
        Get("/applications/{id:guid}/attachments");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared);
    }

    protected override async Task<Outcome<ListOf<Attachment>>> Handle(Session session, Paging request)
    {
        var found = await Application.FindFor(session, Id, user);
        if (!found.Succeeded)
            return found.Refusal;
        var those = user.ActsFor(found.Value.OfficeAgs) ? AttachedFiles.Now : AttachedFiles.Submitted;
        return await request.Of<Attachment>(
            session,
            $"{Attachment.Select} where a.ApplicationId = @Id and a.Seq > @AfterSeq and {those} order by a.Seq",
            new { Id, found.Value.Versions, request.AfterSeq, request.Take });
    }
}
