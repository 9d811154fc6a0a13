using Auridis.Grants.Api.Features.Awards;

namespace Auridis.Grants.Api.Features.SpendingReports;

static class ReportReopeningProblems
{
    public static readonly Problem Pending = new("reopening-pending", 409,
        new("Another proposal is undecided", "Ein anderer Vorschlag ist nicht entschieden"),
        new("That this report is examined anew is proposed already; see reportReopeningId. The proposal is confirmed or refused first.",
            "Die erneute Prüfung dieses Nachweises ist schon vorgeschlagen; siehe reportReopeningId. Zuerst wird der Vorschlag bestätigt "
            + "oder abgelehnt."))
    {
        Example = [("reportReopeningId", Guid.Parse("01926f3a-5c00-7000-8000-000000000032"))],
    };

    public static readonly Problem CountedInFinalReport = new("counted-in-final-report", 409,
        new("The final report counts this one", "Der Verwendungsnachweis zählt diesen mit"),
        new("The receipts of this interim report are part of {finalReport}, which is accepted: that one is reopened first.",
            "Die Belege dieses Zwischennachweises sind Teil von {finalReport}, der angenommen ist: Zuerst wird jener wieder eröffnet."))
    {
        Example = [("finalReport", "GA-2018-A-Z-03-V1")],
    };

    public static readonly Problem RemedyNotUpheld = new("remedy-not-upheld", 409,
        new("The remedy was not upheld", "Dem Rechtsbehelf wurde nicht stattgegeben"),
        new("The remedy {remedyReference} is '{actual}': only one that was upheld reopens a report.",
            "Der Rechtsbehelf {remedyReference} ist „{actual}“: Nur einer, dem stattgegeben wurde, eröffnet einen Nachweis wieder."))
    {
        Example = [("remedyReference", "W 17/2021"), ("actual", RemedyOutcome.Rejected)],
    };

    public static readonly Problem RemedyOfEarlierResult = new("remedy-of-earlier-result", 409,
        new("The remedy is against an earlier result", "Der Rechtsbehelf richtet sich gegen ein früheres Ergebnis"),
        new("The remedy {remedyReference} was filed on {filedOn}, against what was decided before the report was accepted on {acceptedOn}.",
            "Der Rechtsbehelf {remedyReference} wurde am {filedOn} gegen ein Ergebnis eingelegt, das vor der Annahme des Nachweises am "
            + "{acceptedOn} galt."))
    {
        Example =
        [
            ("remedyReference", "W 17/2021"), ("filedOn", new DateOnly(2021, 4, 20)), ("acceptedOn", new DateOnly(2021, 6, 14)),
        ],
    };
}
