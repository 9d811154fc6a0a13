namespace Auridis.Grants.Api.Features.Letters;

/// <summary>The state of a stored letter, for selects and conditions: it follows from its days and from the business date.</summary>
static class LetterRow
{
    /// <summary>The state of a row, by <c>@Today</c> and <c>@MissedBefore</c>.</summary>
    public const string Status = $"""
        case
            when DispatchedOn is null then '{LetterStatus.Created}'
            when AnnouncedOn <= @Today then '{LetterStatus.Announced}'
            when {Missed} then '{LetterStatus.Unread}'
            else '{LetterStatus.Dispatched}'
        end
        """;

    /// <summary>Whether a row is of a letter that was not read in time, by <c>@MissedBefore</c>: see <see cref="PortalReading"/>.</summary>
    public const string Missed = "(AnnouncedOn is null and DispatchedOn < @MissedBefore)";

    /// <summary>Whether a row is of a letter that has gone out to its office, and that the office therefore sees.</summary>
    public const string Outside = $"(DispatchedOn is not null and not {Missed})";
}
