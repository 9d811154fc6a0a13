namespace Auridis.Grants.Api.Features.Letters;

/// <summary>
/// A letter goes out on the day that it is dated at the earliest, and today at the latest. What is provided in the portal is provided by
/// the step itself: today.
/// </summary>
static class DayOfDispatch
{
    /// <summary>Why it cannot have gone on that day; null when it can.</summary>
    public static Problem? WhyRefused(Letter letter, string channel, DateOnly on, DateOnly today)
    {
        if (on > today)
            return Problems.InFuture("On");
        if (channel == LetterChannel.Portal && on != today)
        {
            return Problems.InvalidAt("On", Bilingual.Of(
                "In the portal a letter is provided today.", "Im Portal wird ein Schreiben heute bereitgestellt."));
        }
        return on < letter.IssuedOn
            ? Problems.InvalidAt("On", Bilingual.Of(
                "The day must not be before the date of the letter.", "Der Tag darf nicht vor dem Datum des Schreibens liegen."))
            : null;
    }
}
