namespace Auridis.Grants.Api.Features.Letters;

static class LetterProblems
{
    public static readonly Problem Dispatched = new("letter-dispatched", 409,
        new("The letter was dispatched already", "Das Schreiben wurde schon versandt"),
        new("The letter was dispatched on {dispatchedOn} by the channel '{channel}'.",
            "Das Schreiben wurde am {dispatchedOn} auf dem Weg „{channel}“ versandt."))
    {
        Example = [("dispatchedOn", new DateOnly(2019, 1, 15)), ("channel", LetterChannel.Post)],
    };

    public static readonly Problem ReceiptBeforeDispatch = new("receipt-before-dispatch", 409,
        new("Nothing is received before it was dispatched", "Nichts geht zu, bevor es versandt wurde"),
        new("A letter is received after it was dispatched, on that day at the earliest.",
            "Ein Schreiben geht zu, nachdem es versandt wurde, frühestens am selben Tag."));

    public static readonly Problem NotAnnounced = new("letter-not-announced", 409,
        new("The letter is not announced", "Das Schreiben ist nicht bekannt gegeben"),
        new("The letter was not dispatched, or the office has not read it in the portal within ten days: dispatch it.",
            "Das Schreiben wurde nicht versandt, oder das Jugendamt hat es im Portal nicht binnen zehn Tagen gelesen: Es ist zu senden."));
}
