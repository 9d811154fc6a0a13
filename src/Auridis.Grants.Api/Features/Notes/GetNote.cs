namespace Auridis.Grants.Api.Features.Notes;

/// <summary>Reads a note.</summary>
/// <remarks>To an applicant there is none.</remarks>
sealed class GetNote(CurrentUser user) : Read<Note>
{
    public override void Configure()
    {
        Get("/notes/{id:guid}");
        Policies(Can.ReadNotes);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<Note>> Handle(Session session) =>
        user.SeesAllOffices && await Note.Find(session, Id) is { } note ? note : Problems.NotFound;
}
