namespace Auridis.Grants.Api.Features.Notes;

/// <summary><c>written → struck</c>. A note is never edited and never deleted: one that is wrong is struck, and stays readable.</summary>
static class NoteStatus
{
    public const string Written = "written";

    /// <summary>It does not count any more.</summary>
    public const string Struck = "struck";
}
