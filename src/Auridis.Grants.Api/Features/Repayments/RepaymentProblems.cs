namespace Auridis.Grants.Api.Features.Repayments;

static class RepaymentProblems
{
    public static readonly Problem BankReferenceUsed = new("bank-reference-used", 409,
        new("Booking recorded already", "Buchung schon erfasst"),
        new("Money with this bank reference is already recorded on this claim.",
            "Ein Eingang mit dieser Bankreferenz ist auf dieser Forderung schon erfasst."));
}
