namespace Auridis.Grants.Api.Features.Repayments;

static class ReliefProblems
{
    public static readonly Problem ClaimNotOpen = new("claim-not-open", 409,
        new("Nothing of the claim is open", "Von der Forderung ist nichts offen"),
        new("The claim is {actual}: nothing of it is open any more.", "Die Forderung ist {actual}: Von ihr ist nichts mehr offen."))
    {
        Example = [("actual", RepaymentClaimStatus.Paid)],
    };

    public static readonly Problem ReliefPending = new("relief-pending", 409,
        new("Another proposal is undecided", "Ein anderer Vorschlag ist nicht entschieden"),
        new("A {kind} of this claim waits to be confirmed or refused.",
            "Ein Vorschlag ({kind}) zu dieser Forderung wartet auf Bestätigung oder Ablehnung."))
    {
        Example = [("kind", ReliefKind.Deferral)],
    };

    public static readonly Problem AboveOpenSum = new("above-open-sum", 409,
        new("More than is open", "Mehr als offen ist"),
        new("{open} of this claim is open, and {amount} is more.", "Von dieser Forderung sind {open} offen, und {amount} sind mehr."))
    {
        Example = [("open", new Money(3_000_00)), ("amount", new Money(3_000_01))],
    };

    public static readonly Problem AbovePrincipal = new("above-principal", 409,
        new("More than was claimed", "Mehr als gefordert wurde"),
        new("{open} of this claim is open, and {waivable} of that was claimed: the rest is a refund that was paid from money that had not "
            + "come. {amount} is not waived; the rest can be written off.",
            "Von dieser Forderung sind {open} offen, und davon wurden {waivable} gefordert: Der Rest ist eine Erstattung aus Geld, das "
            + "nicht gekommen war. {amount} werden nicht erlassen; der Rest kann niedergeschlagen werden."))
    {
        Example = [("waivable", new Money(3_000_00)), ("open", new Money(3_500_00)), ("amount", new Money(3_500_00))],
    };

    public static readonly Problem DeferralTooShort = new("deferral-too-short", 409,
        new("The deferral ends too early", "Die Stundung endet zu früh"),
        new("The claim is due on {dueOn}, and today is {today}: a deferral to {until} gives the site no time.",
            "Die Forderung ist am {dueOn} fällig, und heute ist der {today}: Eine Stundung bis {until} gibt dem Standort keine Zeit."))
    {
        Example =
        [
            ("until", new DateOnly(2021, 5, 12)),
            ("dueOn", new DateOnly(2021, 5, 12)),
            ("today", new DateOnly(2021, 5, 3)),
        ],
    };
}
