namespace Auridis.Grants.Api.Features.Notes;

/// <summary>Lists notes, as those on a resource.</summary>
/// <remarks>In the order in which they were written, also those that were struck. To an applicant there are none.</remarks>
sealed class ListNotes(CurrentUser user) : Page<ListNotes.Request, Note>
{
    public sealed record Request : ChangesPaging
    {
        /// <summary>The path of what they are about, as in addNote; exact.</summary>
        public string? Resource { get; init; }
    }

    public override void Configure()
    {
        Get("/notes");
        Policies(Can.ReadNotes);
        Refuses(Problems.NotFound);
    }

    protected override async Task<Outcome<ListOf<Note>>> Handle(Session session, Request request)
    {
        if (!user.SeesAllOffices)
            return Problems.NotFound;
        return await request.Of<Note>(session, Select(request), new
        {
            request.Resource,
            request.AfterSeq,
            request.AfterTime,
            request.Take,
        });
    }

    static string Select(Request request) =>
        (Note.Select + " where " + request.After()).When(request.Resource, "Resource = @Resource") + request.InOrder();
}
