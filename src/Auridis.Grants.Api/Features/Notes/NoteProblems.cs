namespace Auridis.Grants.Api.Features.Notes;

static class NoteProblems
{
    public static readonly Problem ResourceUnknown = new("resource-unknown", 409,
        new("There is no such resource", "Diese Ressource gibt es nicht"),
        new("There is no resource {resource} that a note could be about.",
            "Es gibt keine Ressource {resource}, zu der etwas vermerkt werden könnte."))
    {
        Example = [("resource", "/applications/01926f3a-5c00-7000-8000-000000000006")],
    };
}
