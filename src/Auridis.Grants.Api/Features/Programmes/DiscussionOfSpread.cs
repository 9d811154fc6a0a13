namespace Auridis.Grants.Api.Features.Programmes;

/// <summary>What follows when the reviews of an application lie further apart than the programme's limit.</summary>
static class DiscussionOfSpread
{
    /// <summary>The ranking flags the application.</summary>
    public const string Flag = "flag";

    /// <summary>It is flagged, and no selection that decides on it is proposed before a note says what was discussed.</summary>
    public const string NoteRequired = "note-required";
}
