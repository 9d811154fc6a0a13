namespace Auridis.Grants.Api.Features.Selections;

static class SelectionProblems
{
    public static readonly Problem LotNotDrawn = new("lot-not-drawn", 409,
        new("The lot is not drawn", "Das Los ist nicht gezogen"),
        new("{tiedCount} applications are equal in score and in all tie-breaks. Only the lot can order them; "
            + "two people must enter and confirm it first.",
            "{tiedCount} Anträge sind in der Punktzahl und in allen Stichkriterien gleich. Nur das Los kann sie ordnen; "
            + "zwei Personen müssen es zuerst erfassen und bestätigen."))
    {
        Example = [("tiedCount", 2)],
    };

    public static readonly Problem NothingRanked = new("nothing-ranked", 409,
        new("No application to decide on", "Kein Antrag zu entscheiden"),
        new("The selection would decide on nothing: no eligible or waitlisted application has the quorum of {quorum} reviews, or all are "
            + "left out.",
            "Die Auswahl würde über nichts entscheiden: Kein förderfähiger und kein wartender Antrag hat die nötigen {quorum} Gutachten, "
            + "oder alle fallen weg."))
    {
        Example = [("quorum", 2)],
    };

    public static readonly Problem NotDecidable = new("application-not-decidable", 409,
        new("This application cannot be decided on", "Über diesen Antrag kann nicht entschieden werden"),
        new("The application {applicationId} is not one of this programme that is eligible or waitlisted.",
            "Der Antrag {applicationId} gehört nicht zu den förderfähigen oder wartenden Anträgen dieses Programms."))
    {
        Example = [("applicationId", Guid.Parse("01926f3a-5c00-7000-8000-000000000006"))],
    };

    public static readonly Problem DiscussionMissing = new("discussion-missing", 409,
        new("A discussion is not noted", "Eine Aussprache ist nicht vermerkt"),
        new("The reviews of these applications lie far apart, and no note says what was discussed: {references}.",
            "Die Gutachten dieser Anträge liegen weit auseinander, und kein Vermerk sagt, was besprochen wurde: {references}."))
    {
        Example = [("references", (string[])["GA-2018-A-0007", "GA-2018-A-0011"])],
    };

    public static readonly Problem QuorumNotMet = new("quorum-not-met", 409,
        new("Too few reviews", "Zu wenige Gutachten"),
        new("The application {applicationReference} has {reviewCount} of {quorum} reviews: it can be rejected, not selected or waitlisted.",
            "Der Antrag {applicationReference} hat {reviewCount} von {quorum} Gutachten: Er kann abgelehnt, nicht aber ausgewählt oder "
            + "auf die Warteliste gesetzt werden."))
    {
        Example = [("applicationReference", "GA-2018-A-0007"), ("reviewCount", 1), ("quorum", 2)],
    };

    public static readonly Problem AboveRequest = new("amount-above-request", 409,
        new("More than was requested", "Mehr als beantragt"),
        new("The application {applicationReference} requests {requested}; {wantedAmount} is more.",
            "Der Antrag {applicationReference} verlangt {requested}; {wantedAmount} ist mehr."))
    {
        Example = [("applicationReference", "GA-2018-A-0007"), ("requested", new Money(80_000_00)), ("wantedAmount", new Money(90_000_00))],
    };

    public static readonly Problem SkipNeedsReason = new("skip-needs-reason", 409,
        new("Skipping needs a reason", "Überspringen braucht einen Grund"),
        new("The application {applicationReference} is selected before {skippedReference}, whose turn is earlier: the waiting list "
            + "comes first, then the ranking. Give the reason.",
            "Der Antrag {applicationReference} wird vor {skippedReference} ausgewählt, der früher an der Reihe ist: zuerst die "
            + "Warteliste, dann die Rangfolge. Nennen Sie den Grund."))
    {
        Example = [("applicationReference", "GA-2018-A-0007"), ("skippedReference", "GA-2018-A-0004")],
    };

    public static readonly Problem RankingChanged = new("ranking-changed", 409,
        new("The ranking has changed", "Die Rangfolge hat sich geändert"),
        new("The reviews of {applicationReference}, or the applications whose turn is before it, are not those that the selection was "
            + "made from. Send the selection back and edit it.",
            "Die Gutachten zu {applicationReference} oder die Anträge, die davor an der Reihe sind, sind nicht mehr die, auf denen "
            + "die Auswahl beruht. Geben Sie die Auswahl zurück und bearbeiten Sie sie."))
    {
        Example = [("applicationReference", "GA-2018-A-0007")],
    };

    /// <summary>What a choice of decisions can be refused for, in this order.</summary>
    public static readonly Problem[] OfDecisions =
        [LotNotDrawn, NothingRanked, NotDecidable, QuorumNotMet, Programmes.ProgrammeProblems.CapExceeded, AboveRequest, SkipNeedsReason];
}
