namespace Auridis.Grants.Api.Features.Notes;

/// <summary>What a note is of.</summary>
static class NoteKind
{
    /// <summary>A remark on the file (Vermerk).</summary>
    public const string Note = "note";

    /// <summary>A call (Telefonvermerk).</summary>
    public const string Call = "call";

    /// <summary>What is still to be asked.</summary>
    public const string Question = "question";

    /// <summary>A discussion, as of reviews that lie far apart.</summary>
    public const string Discussion = "discussion";
}
