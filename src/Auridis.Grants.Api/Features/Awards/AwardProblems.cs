namespace Auridis.Grants.Api.Features.Awards;

static class AwardProblems
{
    public static readonly Problem NotFinal = new("award-not-final", 409,
        new("The award is not final", "Die Zuwendung ist nicht bestandskräftig"),
        new("The remedy period is running: the award is final from {finalFrom}, or when the office waives its remedies. Today is {today}.",
            "Die Rechtsbehelfsfrist läuft: Bestandskräftig ist die Zuwendung ab dem {finalFrom} oder mit dem Rechtsbehelfsverzicht. "
            + "Heute ist der {today}."))
    {
        Example = [("finalFrom", new DateOnly(2019, 2, 12)), ("today", new DateOnly(2019, 1, 14))],
    };

    public static readonly Problem Accepted = new("award-accepted", 409,
        new("The award is accepted", "Die Zuwendung ist angenommen"),
        new("The award {awardReference} was accepted: its application can be withdrawn no more.",
            "Die Zuwendung {awardReference} ist angenommen: Ihr Antrag kann nicht mehr zurückgezogen werden."))
    {
        Example = [("awardReference", "GA-2018-A-Z-03")],
    };

    public static readonly Problem OfferExpired = new("offer-expired", 409,
        new("The offer has ended", "Das Angebot ist erloschen"),
        new("The offer was to be answered by {acceptBy}; today is {today}.",
            "Das Angebot war bis {acceptBy} zu beantworten; heute ist {today}."))
    {
        Example = [("acceptBy", new DateOnly(2019, 1, 14)), ("today", new DateOnly(2019, 1, 15))],
    };

    public static readonly Problem NotCountersigned = new("not-countersigned", 409,
        new("The contract is not countersigned", "Der Vertrag ist nicht gegengezeichnet"),
        new("A contract is final when both have signed it: a decider countersigns it.",
            "Ein Vertrag ist endgültig, wenn beide Seiten unterschrieben haben: Ein Entscheider zeichnet ihn gegen."));

    public static readonly Problem NoContract = new("no-contract", 409,
        new("The award is not a contract", "Die Zuwendung ist kein Vertrag"),
        new("An act is not countersigned: it is final after the period for remedies, or when the office waives them.",
            "Ein Bescheid wird nicht gegengezeichnet: Bestandskräftig ist er nach der Rechtsbehelfsfrist oder mit dem Verzicht."));

    public static readonly Problem TerminationPending = new("termination-pending", 409,
        new("A termination is proposed already", "Eine Aufhebung ist schon vorgeschlagen"),
        new("Another termination of this award waits to be confirmed or refused.",
            "Eine andere Aufhebung dieser Zuwendung wartet auf Bestätigung oder Ablehnung."));

    public static readonly Problem RevocationTimeBarred = new("revocation-time-barred", 409,
        new("It is too late to revoke it", "Die Frist zur Aufhebung ist abgelaufen"),
        new("The reasons are known since {knownSince}, and the award could be terminated until {lastOn}; today is {today}. Later it needs "
            + "a lateReason.",
            "Die Gründe sind seit dem {knownSince} bekannt, und die Zuwendung konnte bis zum {lastOn} aufgehoben werden; heute ist der "
            + "{today}. Danach ist ein lateReason nötig."))
    {
        Example =
        [
            ("knownSince", new DateOnly(2019, 9, 2)),
            ("lastOn", new DateOnly(2020, 9, 2)),
            ("today", new DateOnly(2020, 9, 3)),
        ],
    };

    public static readonly Problem KeepsOutOfRange = new("keeps-out-of-range", 409,
        new("The site cannot keep this", "Das kann dem Standort nicht verbleiben"),
        new("The site keeps {atLeast} to {atMost}, and not {keeps}: in full at most what it has, in part less than the amount.",
            "Dem Standort verbleiben {atLeast} bis {atMost} und nicht {keeps}: ganz aufgehoben höchstens, was er hat, teilweise weniger "
            + "als der Betrag."))
    {
        Example = [("keeps", new Money(80_000_00)), ("atLeast", new Money(0)), ("atMost", new Money(60_000_00))],
    };

    public static readonly Problem NoRest = new("no-rest", 409,
        new("There is no rest to renounce", "Es gibt keinen Rest, auf den zu verzichten wäre"),
        new("Nothing of this award can be drawn any more.", "Von dieser Zuwendung kann nichts mehr abgerufen werden."));

    public static readonly Problem NotSettled = new("award-not-settled", 409,
        new("The award is not settled", "Die Zuwendung ist nicht abgerechnet"),
        new("An award is completed when nothing is open; see missing.",
            "Eine Zuwendung wird abgeschlossen, wenn nichts mehr offen ist; siehe missing."))
    {
        Example = [("missing", new[] { SettledAward.FinalReport, SettledAward.OpenClaim })],
    };

    public static readonly Problem NoRemedy = new("no-remedy", 409,
        new("There is no remedy to waive", "Es gibt keinen Rechtsbehelf, auf den zu verzichten wäre"),
        new("Against a contract there is no remedy: it is final when it is countersigned.",
            "Gegen einen Vertrag gibt es keinen Rechtsbehelf: Er ist endgültig, wenn er gegengezeichnet ist."));
}
