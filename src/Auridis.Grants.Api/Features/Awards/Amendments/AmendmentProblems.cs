namespace Auridis.Grants.Api.Features.Awards;

static class AmendmentProblems
{
    public static readonly Problem AwardDrawn = new("award-drawn", 409,
        new("More of the award is drawn", "Von der Zuwendung ist mehr abgerufen"),
        new("{drawn} of the award is requested or paid: it is not reduced to {wantedAmount}.",
            "Von der Zuwendung sind {drawn} abgerufen oder ausgezahlt: Sie wird nicht auf {wantedAmount} gekürzt."))
    {
        Example = [("drawn", new Money(60_000_00)), ("wantedAmount", new Money(59_999_99))],
    };

    public static readonly Problem AwardAccounted = new("award-accounted", 409,
        new("The award is accounted for", "Die Zuwendung ist abgerechnet"),
        new("The final report of the award is accepted: it is amended no more.",
            "Der Verwendungsnachweis der Zuwendung ist angenommen: Sie wird nicht mehr geändert."));

    public static readonly Problem Pending = new("amendment-pending", 409,
        new("An amendment is pending", "Eine Änderung steht aus"),
        new("The amendment {amendmentReference} is not decided; an award has one at a time.",
            "Über die Änderung {amendmentReference} ist nicht entschieden; eine Zuwendung hat immer nur eine."))
    {
        Example = [("amendmentReference", "GA-2018-A-Z-03-A01")],
    };

    public static readonly Problem Outdated = new("amendment-outdated", 409,
        new("The amendment is outdated", "Die Änderung ist überholt"),
        new("The plan of the award has changed since this was proposed: it is proposed anew.",
            "Der Plan der Zuwendung hat sich seit dem Vorschlag geändert: Die Änderung ist neu vorzuschlagen."));

    public static readonly Problem NoticeNotOpen = new("notice-not-open", 409,
        new("There is no such open notice", "Diese offene Mitteilung gibt es nicht"),
        new("The award has no open notice with the id {noticeId}.", "Die Zuwendung hat keine offene Mitteilung mit der ID {noticeId}."))
    {
        Example = [("noticeId", Guid.Parse("01926f3a-5c00-7000-8000-000000000062"))],
    };
}
