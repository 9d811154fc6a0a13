using Auridis.Grants.Api.Features.YouthOffices;
using FluentValidation;

namespace Auridis.Grants.Api.Features.Notes;

/// <summary>Notes something on a resource.</summary>
/// <remarks>
/// For the file: it is never edited and never deleted, and what is wrong is struck. Offices, reviewers and the funder never see it. Not by
/// who acts for the office that the resource is of, or has declared a conflict of interest on it.
/// </remarks>
sealed class AddNote(CurrentUser user, BusinessClock clock) : Creation<AddNote.Request, Note>
{
    /// <param name="Resource">
    /// The path of what it is about: an application, award, disbursement, programme, repayment claim, selection, spending report or youth
    /// office.
    /// </param>
    /// <param name="Kind">What it is of.</param>
    /// <param name="Text">What it says, up to 4,000 characters.</param>
    public sealed record Request(string Resource, [property: OneOf(typeof(NoteKind))] string Kind, string Text);

    public sealed class Validator : RequestValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Resource).MaximumLength(80).Must(NotedResource.IsPath).WithMessage(_ => NotedResource.NoPath);
            RuleFor(request => request.Kind).OneOf(typeof(NoteKind));
            RuleFor(request => request.Text).Prose(4_000);
        }
    }

    public override void Configure()
    {
        Post("/notes");
        Policies(Can.WriteNotes);
        Refuses(NoteProblems.ResourceUnknown, YouthOfficeProblems.DeciderConflicted);
    }

    protected override string LocationOf(Note note) => $"/notes/{note.Id}";

    protected override async Task<Outcome<Note>> Handle(Tx tx, Request request)
    {
        if (await NotedResource.Find(tx, request.Resource) is not { } noted)
            return NoteProblems.ResourceUnknown.With(("resource", request.Resource));
        if (await NotedResource.WhyExcluded(tx, user, noted.ProgrammeId, noted.OfficeAgs) is { } excluded)
            return excluded;
        var id = tx.NewId();
        await tx.Execute(Insert, new
        {
            Id = id,
            request.Resource,
            request.Kind,
            request.Text,
            noted.ProgrammeId,
            noted.OfficeAgs,
            user.Actor,
            clock.Today,
            tx.Author.At,
        });
        Audit.Append(tx, AuditAction.NoteWritten, id, 1, new { request.Resource, request.Kind });
        return (await Note.Find(tx, id))!;
    }

    const string Insert = """
        insert into Note (Id, Version, Resource, Kind, Text, Status, ProgrammeId, OfficeAgs, Author, WrittenOn, CreatedAt, UpdatedAt)
        values (@Id, 1, @Resource, @Kind, @Text, 'written', @ProgrammeId, @OfficeAgs, @Actor, @Today, @At, @At)
        """;
}
