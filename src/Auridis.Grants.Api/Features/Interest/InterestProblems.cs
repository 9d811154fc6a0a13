namespace Auridis.Grants.Api.Features.Interest;

static class InterestProblems
{
    public static readonly Problem InterestOnInterest = new("interest-on-interest", 409,
        new("No interest on interest", "Keine Zinseszinsen"),
        new("This claim is one for interest, and bears none.", "Diese Forderung ist selbst eine auf Zinsen und wird nicht verzinst."));

    public static readonly Problem InterestPending = new("interest-pending", 409,
        new("A calculation waits", "Eine Berechnung wartet"),
        new("Interest on this claim is proposed already; it has to be confirmed or refused first.",
            "Für diese Forderung sind schon Zinsen vorgeschlagen; darüber muss erst entschieden werden."));

    public static readonly Problem InterestOutdated = new("interest-outdated", 409,
        new("The calculation is out of date", "Die Berechnung ist überholt"),
        new("{proposed} was proposed, and as things stand it comes to {reckoned}, or to other segments. Refuse it and propose it anew.",
            "Vorgeschlagen waren {proposed}; nach heutigem Stand sind es {reckoned} oder andere Abschnitte. Lehnen Sie ab und schlagen Sie "
            + "neu vor."))
    {
        Example = [("proposed", new Money(245_03)), ("reckoned", new Money(221_69))],
    };

    public static readonly Problem InterestAskedAlready = new("interest-asked-already", 409,
        new("Interest was asked already", "Zinsen schon verlangt"),
        new("Of this payment {chargeable} can still have been used late, and you name {amount}: on the rest interest is asked already.",
            "Von dieser Auszahlung können noch {chargeable} verspätet verwendet sein, und Sie nennen {amount}: Für den Rest sind schon "
            + "Zinsen verlangt."))
    {
        Example = [("chargeable", new Money(5_000_00)), ("amount", new Money(20_000_00))],
    };

    public static readonly Problem PaidTooLate = new("paid-too-late", 409,
        new("Not paid in time", "Nicht rechtzeitig gezahlt"),
        new("{open} of the claim was open after {dueOn}. Interest is waived only where the claim was paid in full by then.",
            "Von der Forderung waren nach dem {dueOn} noch {open} offen. Von Zinsen wird nur abgesehen, wenn bis dahin alles gezahlt war."))
    {
        Example = [("open", new Money(3_000_00)), ("dueOn", new DateOnly(2021, 5, 12))],
    };
}
