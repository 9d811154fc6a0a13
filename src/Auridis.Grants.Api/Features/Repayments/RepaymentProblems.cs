namespace Auridis.Grants.Api.Features.Repayments;

static class RepaymentProblems
{
    public static readonly Problem ClaimExceeded = new("claim-exceeded", 409,
        new("More than is open", "Mehr als offen ist"),
        new("{open} of this claim is open, and you record {amount}.", "Von dieser Forderung sind {open} offen, und Sie erfassen {amount}."))
    {
        Example = [("open", new Money(3_000_00)), ("amount", new Money(3_500_00))],
    };

    public static readonly Problem BankReferenceUsed = new("bank-reference-used", 409,
        new("Booking recorded already", "Buchung schon erfasst"),
        new("Money with this bank reference is already recorded on this claim.",
            "Ein Eingang mit dieser Bankreferenz ist auf dieser Forderung schon erfasst."));

    public static readonly Problem ClaimPaidAlready = new("claim-paid-already", 409,
        new("The claim is paid already", "Die Forderung ist schon bezahlt"),
        new("The return would reduce a repayment claim by {reduction}, but only {open} of it is open: the site has paid back the rest "
            + "itself.",
            "Der Rückläufer würde eine Rückforderung um {reduction} mindern, von der nur {open} offen sind: Den Rest hat der Standort "
            + "schon selbst zurückgezahlt."))
    {
        Example = [("open", new Money(3_000_00)), ("reduction", new Money(5_000_00))],
    };
}
