namespace Auridis.Grants.Api.Features.Repayments;

static class RepaymentProblems
{
    public static readonly Problem BankReferenceUsed = new("bank-reference-used", 409,
        new("Booking recorded already", "Buchung schon erfasst"),
        new("Money with this bank reference is already recorded on this claim or award.",
            "Ein Eingang mit dieser Bankreferenz ist auf dieser Forderung oder Zuwendung schon erfasst."));

    public static readonly Problem ClaimOpen = new("claim-open", 409,
        new("A claim is open", "Eine Forderung ist offen"),
        new("The claim {reference} on this award is open: record the money on it.",
            "Auf dieser Zuwendung ist die Forderung {reference} offen: Erfassen Sie den Eingang dort."))
    {
        Example = [("reference", "GA-2018-A-Z-03-R1")],
    };

    public static readonly Problem RepaymentExceedsPaid = new("repayment-exceeds-paid", 409,
        new("More than was paid", "Mehr als gezahlt wurde"),
        new("The site has {paid} of this award, and you record {amount} as paid back.",
            "Der Standort hat {paid} aus dieser Zuwendung, und Sie erfassen {amount} als zurückgezahlt."))
    {
        Example = [("paid", new Money(20_000_00)), ("amount", new Money(25_000_00))],
    };

    public static readonly Problem RefundReleased = new("refund-released", 409,
        new("A refund of it is released", "Eine Erstattung daraus ist angeordnet"),
        new("Without this receipt the credit would be {credit}, and {released} of it is released to go back to the site: stop that "
            + "payment first, or settle it.",
            "Ohne diesen Eingang betrüge das Guthaben {credit}, und {released} davon sind zur Erstattung angeordnet: Halten Sie die "
            + "Zahlung zuerst an, oder schließen Sie sie ab."))
    {
        Example = [("credit", new Money(0)), ("released", new Money(500_00))],
    };

    public static readonly Problem MoneyDrawnAgain = new("money-drawn-again", 409,
        new("The money is drawn again", "Das Geld ist wieder abgerufen"),
        new("{amount} would be paid again, and only {available} of the award is left: it has been requested anew. Reject or settle the "
            + "payments that are open first.",
            "{amount} gälten wieder als gezahlt, von der Zuwendung sind aber nur {available} frei: Sie wurden neu abgerufen. "
            + "Lehnen Sie die offenen Zahlungen zuerst ab, oder schließen Sie sie ab."))
    {
        Example = [("amount", new Money(5_000_00)), ("available", new Money(1_000_00))],
    };
}
