using Auridis.Grants.Api.Features.YouthOffices;

namespace Auridis.Grants.Api.Features.Notes;

/// <summary>Strikes a note that is wrong.</summary>
/// <remarks>
/// It stays readable, with who has struck it and why, and counts no more: a discussion that was required has to be noted anew. Once; not by
/// who acts for the office that the resource is of, or has declared a conflict of interest on it.
/// </remarks>
sealed class StrikeNote(CurrentUser user) : Change<Reasoned, Note>
{
    public override void Configure()
    {
        Post("/notes/{id:guid}/strike");
        Policies(Can.WriteNotes);
        Refuses(Problems.NotFound, YouthOfficeProblems.DeciderConflicted, Problems.StaleVersion, Problems.WrongState);
    }

    protected override async Task<Outcome<Note>> Handle(Tx tx, Reasoned request)
    {
        if (await Note.Find(tx, Id) is not { } note)
            return Problems.NotFound;
        if (await NotedResource.WhyExcluded(tx, user, note.ProgrammeId, note.OfficeAgs) is { } excluded)
            return excluded;
        var struck = await tx.Execute(Strike, new { Id, SeenVersion, user.Actor, request.Reason, tx.Author.At }) == 1;
        note = (await Note.Find(tx, Id))!;
        if (!struck)
            return Problems.StaleOrWrongState(note.Version, SeenVersion, note.Status, NoteStatus.Written);
        Audit.Append(tx, AuditAction.NoteStruck, Id, note.Version, new { note.Resource, note.Kind });
        return note;
    }

    const string Strike = """
        update Note set Status = 'struck', StruckBy = @Actor, StrikeReason = @Reason, Version = Version + 1, UpdatedAt = @At
        where Id = @Id and Version = @SeenVersion and Status = 'written'
        """;
}
