using Auridis.Grants.Api.Http;

namespace Auridis.Grants.Api.Repayments;

static class RepaymentProblems
{
    public static readonly ProblemType ClaimExceeded = new("claim-exceeded", 409,
        new("More than is open", "Mehr als offen ist"),
        new("Of this claim {open} are open, and you record {amount}.", "Von dieser Forderung sind {open} offen, und Sie erfassen {amount}."));

    public static readonly ProblemType BankReferenceUsed = new("bank-reference-used", 409,
        new("Booking recorded already", "Buchung schon erfasst"),
        new("Money with this bank reference is recorded on this claim already.", "Ein Eingang mit dieser Bankreferenz ist auf dieser Forderung schon erfasst."));

    public static readonly ProblemType NotYetReceived = new("not-yet-received", 409,
        new("Not yet received", "Noch nicht eingegangen"),
        new("{receivedOn} is in the future; today is {today}.", "Der {receivedOn} liegt in der Zukunft; heute ist der {today}."));
}
