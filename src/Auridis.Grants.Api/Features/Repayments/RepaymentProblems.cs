
namespace Auridis.Grants.Api.Features.Repayments;

static class RepaymentProblems
{
    public static readonly Problem ClaimExceeded = new("claim-exceeded", 409,
        new("More than is open", "Mehr als offen ist"),
        new("Of this claim {open} are open, and you record {amount}.", "Von dieser Forderung sind {open} offen, und Sie erfassen {amount}."));

    public static readonly Problem BankReferenceUsed = new("bank-reference-used", 409,
        new("Booking recorded already", "Buchung schon erfasst"),
        new("Money with this bank reference is recorded on this claim already.", "Ein Eingang mit dieser Bankreferenz ist auf dieser Forderung schon erfasst."));

    public static readonly Problem ClaimPaidAlready = new("claim-paid-already", 409,
        new("The claim is paid already", "Die Forderung ist schon bezahlt"),
        new("The return would reduce a repayment claim by {reduction}, of which {open} are open: the site has paid the rest back itself.",
            "Der Rückläufer würde eine Rückforderung um {reduction} mindern, von der {open} offen sind: den Rest hat der Standort schon selbst zurückgezahlt."));
}
