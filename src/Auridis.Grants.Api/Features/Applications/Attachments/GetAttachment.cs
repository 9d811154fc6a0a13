using Auridis.Grants.Api.Features.YouthOffices;
using FastEndpoints;

namespace Auridis.Grants.Api.Features.Applications;

/// <summary>Downloads a file of an application.</summary>
/// <remarks>
/// Whoever may read the application, and for all but its office once the file was submitted. The bytes are those that were uploaded; the
/// ETag is their SHA-256, and Content-Disposition names the file. Range asks for a part of it.
/// </remarks>
sealed class GetAttachment(CurrentUser user) : Slice<EmptyRequest, FoundUpload>
{
    public override void Configure()
    {
        Get("/attachments/{id:guid}");
        Policies(Can.ReadApplications);
        Refuses(Problems.NotFound, YouthOfficeProblems.ConflictUndeclared, UploadProblems.Range);
    }

    protected override async Task<FoundUpload> Answer(EmptyRequest request, CancellationToken cancel)
    {
        var found = await Db.Read(Find, cancel);
        return found.Succeeded
            ? new FoundUpload(found.Value, part => Db.Read(session => StoredFile.Part(session, Id, part), cancel))
            : FoundUpload.Refuse((Problem)found.Refusal);
    }

    async Task<Outcome<UploadHead>> Find(Session session)
    {
        if (await session.OneOrNull<Row>(Select, new { Id }) is not { } file)
            return Problems.NotFound;
        var application = await Application.FindFor(session, file.ApplicationId, user);
        if (!application.Succeeded)
            return application.Refusal;
        if (file.FirstVersion is null && !user.ActsFor(application.Value.OfficeAgs))
            return Problems.NotFound;
        return new UploadHead { Name = file.Name, ContentType = file.ContentType, Size = file.Size, Sha256 = file.Sha256 };
    }

    const string Select = """
        select a.ApplicationId, a.FirstVersion, f.Name, f.ContentType, f.Size, f.Sha256
        from ApplicationAttachment a join StoredFile f on f.Id = a.Id
        where a.Id = @Id
        """;

    sealed record Row
    {
        public required Guid ApplicationId { get; init; }
        public int? FirstVersion { get; init; }
        public required string Name { get; init; }
        public required string ContentType { get; init; }
        public required int Size { get; init; }
        public required string Sha256 { get; init; }
    }
}
