namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// Reads a letter for a caller. The first time that its office reads one in the portal is an event with effect in law, so that this read
/// has a transaction of its own, before anything is answered (decision 22).
/// </summary>
static class LetterReading
{
    /// <returns>The letter, with its announcement where this read brings it; null when there is none that the caller may see.</returns>
    public static async Task<Letter?> Read(HttpContext http, Db db, Guid id, CurrentUser user, DateOnly today)
    {
        var letter = await db.Read(session => Letter.FindFor(session, id, user, today), http.RequestAborted);
        if (letter is null || http.LeavesBodyOut() || !PortalReading.Announces(letter, user))
            return letter;
        // Refused when another request of the office was quicker: that one is the first then.
        await Effect.Of(http, tx => PortalReading.Note(tx, id, today));
        return await db.Read(session => Letter.FindFor(session, id, user, today), http.RequestAborted);
    }
}
