using System.Diagnostics;
using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// When a letter is announced (Bekanntgabe). By post, registered or electronic it is so many days later, also on a Sunday: the day is
/// fiction, not the end of a period, and does not move. What is served or handed over is announced on that day; what is provided in the
/// portal, when the office has read it: see <see cref="PortalReading"/>. A receipt that is proven to be later counts.
/// </summary>
static class Announcement
{
    /// <summary>The day of the announcement; null as long as the office has to read the letter first.</summary>
    public static DateOnly? Of(string channel, DateOnly on) => channel switch
    {
        LetterChannel.Post or LetterChannel.Registered or LetterChannel.Electronic => on.AddDays(DaysUntilAnnouncement.For(on)),
        LetterChannel.Portal => null,
        LetterChannel.Served or LetterChannel.HandedOver => on,
        _ => throw new UnreachableException($"'{channel}' is not a channel."),
    };

    /// <summary>Later, never earlier.</summary>
    public static DateOnly AfterReceipt(DateOnly announcedOn, DateOnly receivedOn) => receivedOn > announcedOn ? receivedOn : announcedOn;

    /// <summary>
    /// What follows from it beyond the letter: the award that the letter offers is final after its period for remedies. Before the letter
    /// itself is changed, since the award comes first in the order of locks.
    /// </summary>
    public static async Task Reaches(Tx tx, Letter letter, DateOnly? remedyEndsOn)
    {
        if (letter is { Kind: LetterKind.Award, AwardId: { } awardId } && remedyEndsOn is { } lastDay)
            await Finality.Announced(tx, awardId, lastDay);
    }
}
